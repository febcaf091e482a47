-- Every test that a link, a code or a teacher starts: the campaign, and each person's participation.

CREATE TABLE campaign_campaign (
  id UUID NOT NULL PRIMARY KEY,
  -- COMPETENCE: one competence, without limit of time
  kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  competence VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  course_id UUID NULL,
  resource_link_id UUID NULL,
  created_at DATETIME(6) NOT NULL,
  UNIQUE KEY campaign_of_link (resource_link_id, competence),
  KEY campaign_of_course (course_id)
);

CREATE TABLE campaign_participation (
  id UUID NOT NULL PRIMARY KEY,
  campaign_id UUID NOT NULL,
  person_id UUID NOT NULL,
  -- the test under way or the last one done
  assessment_id UUID NULL,
  -- STARTED, COMPLETED
  status VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- of the last completed test: pix 0 to 64, level 0 to 8
  pix INT NULL,
  level INT NULL,
  started_at DATETIME(6) NOT NULL,
  completed_at DATETIME(6) NULL,
  UNIQUE KEY campaign_participation_person (campaign_id, person_id),
  KEY campaign_participation_of_person (person_id),
  FOREIGN KEY (campaign_id) REFERENCES campaign_campaign (id)
);
