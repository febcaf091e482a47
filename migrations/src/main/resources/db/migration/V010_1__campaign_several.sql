-- Campaigns of several competences, reached through links; each person's part in each competence.

ALTER TABLE campaign_campaign
  -- of kind COMPETENCE; a campaign of kind SEVERAL has rows in campaign_competence
  MODIFY COLUMN competence VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN title VARCHAR(255) NULL AFTER competence,
  -- the campaign of another course that this one was made from; one copy for a course
  ADD COLUMN copied_from UUID NULL AFTER resource_link_id,
  ADD UNIQUE KEY campaign_copy (copied_from, course_id);

CREATE TABLE campaign_competence (
  campaign_id UUID NOT NULL,
  -- 1 for the first
  position INT NOT NULL,
  competence VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (campaign_id, position),
  UNIQUE KEY campaign_competence_once (campaign_id, competence),
  FOREIGN KEY (campaign_id) REFERENCES campaign_campaign (id)
);

CREATE TABLE campaign_link (
  resource_link_id UUID NOT NULL,
  -- the campaign that the link names
  target_id UUID NOT NULL,
  -- the one it leads to: the same, or this course's own copy
  campaign_id UUID NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (resource_link_id, target_id),
  KEY campaign_link_of_campaign (campaign_id),
  FOREIGN KEY (campaign_id) REFERENCES campaign_campaign (id)
);

CREATE TABLE campaign_part (
  participation_id UUID NOT NULL,
  competence VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- the test under way or the last one done
  assessment_id UUID NOT NULL,
  -- of the last completed test: pix 0 to 64, level 0 to 8
  pix INT NULL,
  level INT NULL,
  completed_at DATETIME(6) NULL,
  PRIMARY KEY (participation_id, competence),
  FOREIGN KEY (participation_id) REFERENCES campaign_participation (id)
);
