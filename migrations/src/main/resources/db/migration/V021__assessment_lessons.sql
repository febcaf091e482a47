-- The lessons that people keep for themselves and find useful, and who has seen how tests work.

CREATE TABLE assessment_saved_lesson (
  person_id UUID NOT NULL,
  -- whose lesson it is
  topic VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- null once it was taken off the list: the vote stays
  saved_at DATETIME(6) NULL,
  useful BOOLEAN NOT NULL DEFAULT FALSE,
  PRIMARY KEY (person_id, topic),
  KEY assessment_saved_lesson_useful (topic, useful)
);

CREATE TABLE assessment_introduction (
  person_id UUID NOT NULL PRIMARY KEY,
  seen_at DATETIME(6) NOT NULL
);
