-- Campaigns that teachers make of a path, exams and collections of profiles; what was sent of them and what came out.

-- Of a campaign of kind ASSESSMENT, EXAM or COLLECTION.
CREATE TABLE campaign_settings (
  campaign_id UUID NOT NULL PRIMARY KEY,
  -- what teachers call it; the title for pupils stands in campaign_campaign
  name VARCHAR(255) NOT NULL,
  -- 6 letters and 3 digits, by which pupils join
  code CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- the path in the catalogue that it was made of; null for a collection and for one composed topic by topic
  profile VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NULL,
  -- JSON: topics with the highest level meant, stages, badges, as they were when it was made; null for a collection
  target MEDIUMTEXT NULL,
  -- Markdown, at most 5,000 characters each
  landing_text TEXT NULL,
  result_text TEXT NULL,
  multiple_sendings BOOLEAN NOT NULL,
  -- what pupils are asked to give, for example their number; null: nothing
  external_id_label VARCHAR(255) NULL,
  created_by UUID NOT NULL,
  archived_at DATETIME(6) NULL,
  archived_by UUID NULL,
  -- how often it was edited: two teachers who edit at once
  version INT NOT NULL DEFAULT 0,
  UNIQUE KEY campaign_settings_code (code),
  FOREIGN KEY (campaign_id) REFERENCES campaign_campaign (id)
);

ALTER TABLE campaign_participation
  -- status: STARTED, COMPLETED (finished, not sent), SENT
  -- of the last sending
  ADD COLUMN sent_at DATETIME(6) NULL,
  ADD COLUMN sendings INT NOT NULL DEFAULT 0,
  -- mastery in percent, 0 to 100; null for a collection
  ADD COLUMN mastery INT NULL,
  ADD COLUMN validated INT NULL,
  -- index of the stage reached: 0 is no star; null for a path without stars
  ADD COLUMN stage INT NULL,
  -- of a collection: number of competences at level 1 or above
  ADD COLUMN certifiable_competences INT NULL,
  ADD COLUMN external_id VARCHAR(255) NULL,
  -- a teacher's own, who tries the campaign: in no list and no figure
  ADD COLUMN trial BOOLEAN NOT NULL DEFAULT FALSE,
  -- family name and given name in lower case without accents, to sort by and to search
  ADD COLUMN search_name VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  ADD KEY campaign_participation_name (campaign_id, search_name, id),
  ADD KEY campaign_participation_sent (campaign_id, status, sent_at);

-- Every sending, the last included.
CREATE TABLE campaign_sending (
  participation_id UUID NOT NULL,
  -- 1 for the first
  number INT NOT NULL,
  sent_at DATETIME(6) NOT NULL,
  -- null for a collection
  assessment_id UUID NULL,
  content_release VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- ids of skills, separated by spaces; a collection's are those of the whole profile
  validated MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  invalidated MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  mastery INT NULL,
  stage INT NULL,
  pix INT NULL,
  PRIMARY KEY (participation_id, number),
  FOREIGN KEY (participation_id) REFERENCES campaign_participation (id)
);

-- Of the last sending of each participation, by topic; one campaign's stand together so that they add up fast.
CREATE TABLE campaign_topic_result (
  campaign_id UUID NOT NULL,
  topic VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  participation_id UUID NOT NULL,
  -- skills of the topic, as far as they are targeted
  validated INT NOT NULL,
  assessed INT NOT NULL,
  -- level of the hardest skill validated, 0 for none
  reached INT NOT NULL,
  -- recommendation score in 840ths of a point, 0 to 84,000, low is urgent (pix.md §2): whole numbers add up exactly
  recommendation INT NOT NULL,
  PRIMARY KEY (campaign_id, topic, participation_id),
  KEY campaign_topic_result_of_participation (participation_id),
  FOREIGN KEY (participation_id) REFERENCES campaign_participation (id)
);

-- The same by competence.
CREATE TABLE campaign_competence_result (
  campaign_id UUID NOT NULL,
  competence VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  participation_id UUID NOT NULL,
  -- skills targeted: how many there are, validated and assessed; 0 in a collection
  skills INT NOT NULL,
  validated INT NOT NULL,
  assessed INT NOT NULL,
  -- of the profile, in a collection
  pix INT NULL,
  level INT NULL,
  PRIMARY KEY (campaign_id, competence, participation_id),
  KEY campaign_competence_result_of_participation (participation_id),
  FOREIGN KEY (participation_id) REFERENCES campaign_participation (id)
);

-- Badges obtained with the last sending.
CREATE TABLE campaign_badge_result (
  participation_id UUID NOT NULL,
  badge VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  campaign_id UUID NOT NULL,
  PRIMARY KEY (participation_id, badge),
  KEY campaign_badge_result_of_campaign (campaign_id, badge),
  FOREIGN KEY (participation_id) REFERENCES campaign_participation (id)
);
