-- Tests under way and done, each answer given, and what is known of a person's skills.

CREATE TABLE assessment_assessment (
  id UUID NOT NULL PRIMARY KEY,
  person_id UUID NOT NULL,
  competence VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  content_release VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  seed BIGINT NOT NULL,
  -- items met in earlier tests, separated by spaces: with the seed, all that a replay needs
  met_items MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- STARTED, COMPLETED, ABANDONED (started over)
  status VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- path in the tool to go to once completed
  continue_to VARCHAR(500) NOT NULL,
  -- the item on the learner's screen, which a reload or another device shows again
  current_item VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NULL,
  -- when it was shown; for a timed item, when its clock was started
  current_since DATETIME(6) NULL,
  answered INT NOT NULL,
  -- number of answers up to which the checkpoint was passed
  checkpoint INT NOT NULL DEFAULT 0,
  started_at DATETIME(6) NOT NULL,
  completed_at DATETIME(6) NULL,
  KEY assessment_of_person (person_id, competence, started_at)
);

CREATE TABLE assessment_answer (
  assessment_id UUID NOT NULL,
  -- 1 for the first question
  position INT NOT NULL,
  skill VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  item VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- RIGHT, WRONG, SKIPPED, LATE
  outcome VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- what was chosen or typed, as JSON
  given MEDIUMTEXT NOT NULL,
  answered_at DATETIME(6) NOT NULL,
  PRIMARY KEY (assessment_id, position),
  UNIQUE KEY assessment_answer_skill (assessment_id, skill),
  FOREIGN KEY (assessment_id) REFERENCES assessment_assessment (id)
);

-- The newest knowledge element of each skill.
CREATE TABLE assessment_knowledge (
  person_id UUID NOT NULL,
  competence VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  skill VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- VALIDATED, INVALIDATED
  status VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- DIRECT, INFERRED
  source VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  assessment_id UUID NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (person_id, competence, skill)
);
