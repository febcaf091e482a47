-- Columns of a platform's gradebook that the tool makes or reads, and what a platform holds instead of a score sent.

CREATE TABLE gradebook_column (
  id UUID NOT NULL PRIMARY KEY,
  resource_link_id UUID NOT NULL,
  -- '' is the link's own line item, which the tool neither makes nor changes
  line_item_tag VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  platform_id UUID NOT NULL,
  -- as they should be
  resource_id VARCHAR(255) NOT NULL,
  label VARCHAR(255) NOT NULL,
  score_maximum DECIMAL(10, 4) NOT NULL,
  -- whether the platform has been told all of that
  in_step BOOLEAN NOT NULL,
  -- absent until it is made or found
  line_item_url VARCHAR(1000) NULL,
  -- counts those who set about making it: only the latest may
  claim INT NOT NULL,
  -- a request to make it went out and its end is not known
  creating_at DATETIME(6) NULL,
  -- further columns of the same link and tag that the platform shows
  copies INT NOT NULL,
  attempts INT NOT NULL,
  next_attempt_at DATETIME(6) NOT NULL,
  last_error VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL,
  last_error_detail VARCHAR(500) NULL,
  -- somebody wants to see what the platform holds; absent once it was read, or could not be
  read_wanted_at DATETIME(6) NULL,
  read_at DATETIME(6) NULL,
  created_at DATETIME(6) NOT NULL,
  updated_at DATETIME(6) NOT NULL,
  UNIQUE KEY gradebook_column_of_link (resource_link_id, line_item_tag),
  KEY gradebook_column_to_read (platform_id, read_wanted_at)
);

ALTER TABLE gradebook_score
  -- what the platform holds where it is not what was sent: a teacher's own grade
  ADD COLUMN held_score DECIMAL(20, 5) NULL AFTER sent_at,
  ADD COLUMN held_maximum DECIMAL(20, 5) NULL AFTER held_score;
