-- Scores owed to a platform: one row for a person and a column of its gradebook, the latest value wins.

CREATE TABLE gradebook_score (
  id UUID NOT NULL PRIMARY KEY,
  resource_link_id UUID NOT NULL,
  -- which of the link's columns; '' is the link's own line item
  line_item_tag VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person_id UUID NOT NULL,
  platform_id UUID NOT NULL,
  subject VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  line_item_url VARCHAR(1000) NULL,
  score_given DECIMAL(10, 4) NOT NULL,
  score_maximum DECIMAL(10, 4) NOT NULL,
  comment VARCHAR(1000) NULL,
  -- WAITING, SENT, SUPERSEDED, REFUSED
  state VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- whole seconds, strictly rising for a row; kept for a value until the platform has answered on it
  score_timestamp DATETIME(0) NULL,
  -- counts the values; a send that ends on an older one leaves the newer waiting
  revision INT NOT NULL,
  -- requests begun for the present score_timestamp
  attempts INT NOT NULL,
  -- when the present value came; a value that nobody takes is given up some time after
  queued_at DATETIME(6) NOT NULL,
  next_attempt_at DATETIME(6) NOT NULL,
  last_error VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL,
  last_error_detail VARCHAR(500) NULL,
  sent_at DATETIME(6) NULL,
  created_at DATETIME(6) NOT NULL,
  updated_at DATETIME(6) NOT NULL,
  UNIQUE KEY gradebook_score_column (resource_link_id, line_item_tag, person_id),
  KEY gradebook_score_due (state, platform_id, next_attempt_at)
);
