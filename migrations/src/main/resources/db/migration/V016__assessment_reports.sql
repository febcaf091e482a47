-- Problems that learners report about items, and what real answers say of each item.

CREATE TABLE assessment_report (
  id UUID NOT NULL PRIMARY KEY,
  person_id UUID NOT NULL,
  item VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- QUESTION, PICTURE, LINK, SIMULATOR, ACCESSIBILITY, ANSWER, LESSON, OTHER
  category VARCHAR(14) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  competence VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- the release in which the item was seen
  content_release VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- the learner's answer as JSON, absent before there is one
  given MEDIUMTEXT NULL,
  words VARCHAR(1000) NOT NULL,
  -- language of the page, such as fr
  language VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- family of the browser, such as firefox, and nothing more of it
  browser VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  -- when it was last sent
  updated_at DATETIME(6) NOT NULL,
  -- MENDED, NO_FAULT, DUPLICATE; absent while it is open
  closed_as VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL,
  closed_at DATETIME(6) NULL,
  -- one person says one thing of an item once; sent again, it takes the place of what was sent first
  UNIQUE KEY assessment_report_once (person_id, item, category),
  KEY assessment_report_day (person_id, created_at),
  KEY assessment_report_item (item, closed_as),
  KEY assessment_report_open (closed_as)
);

-- Reckoned anew from all answers by a job. Nothing of a person.
CREATE TABLE assessment_item_statistic (
  item VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  skill VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  competence VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- of the skill, 1 to 8
  level INT NOT NULL,
  answers INT NOT NULL,
  rights INT NOT NULL,
  skips INT NOT NULL,
  -- right, but after the time was up
  lates INT NOT NULL,
  -- answers whose time is known, and their median and 90th percentile
  paced INT NOT NULL,
  median_seconds INT NULL,
  slow_seconds INT NULL,
  -- answers of learners whose other answers tell a level, and the correlation of being right with that level, -1 to 1
  compared INT NOT NULL,
  discrimination DOUBLE NULL,
  -- of the last days, see the settings; the others are the earlier ones
  recent_answers INT NOT NULL,
  recent_rights INT NOT NULL,
  -- answers/rights by the learner's level from 0 to 7, separated by spaces
  by_level VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- open ones
  reports INT NOT NULL,
  -- what is remarkable, separated by spaces
  flags VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  computed_at DATETIME(6) NOT NULL
);

-- One row: how far the reckoning is.
CREATE TABLE assessment_statistic_run (
  id INT NOT NULL PRIMARY KEY,
  requested_at DATETIME(6) NULL,
  started_at DATETIME(6) NULL,
  tests_done INT NOT NULL,
  tests_total INT NOT NULL,
  finished_at DATETIME(6) NULL
);
