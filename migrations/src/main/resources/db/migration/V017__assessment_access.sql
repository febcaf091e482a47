-- What people need in order to answer, questions that were left, and whether leaving counts.

-- Data about health: only what somebody says of themselves, a row only while something is said, for the choice of
-- questions and nothing else.
CREATE TABLE assessment_needs (
  person_id UUID NOT NULL PRIMARY KEY,
  screen_reader BOOLEAN NOT NULL,
  colours BOOLEAN NOT NULL
);

-- The needs that the questions of a test under way are chosen by; forgotten when it is over. An answer's outcome may also
-- be FOCUS_LOST, in a test in which leaving a question's page counts.
ALTER TABLE assessment_assessment
  ADD COLUMN screen_reader BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN colours BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN leaving_counts BOOLEAN NOT NULL DEFAULT FALSE;

-- That the page of a question to be answered without leaving was left, once for each.
CREATE TABLE assessment_leaving (
  assessment_id UUID NOT NULL,
  -- of the question, which may not be answered yet
  position INT NOT NULL,
  left_at DATETIME(6) NOT NULL,
  PRIMARY KEY (assessment_id, position),
  FOREIGN KEY (assessment_id) REFERENCES assessment_assessment (id)
);
