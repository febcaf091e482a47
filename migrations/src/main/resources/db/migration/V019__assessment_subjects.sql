-- Tests of topics from several competences beside tests of one; an exam among them leaves what is known of a person alone.

CREATE TABLE assessment_subject (
  id UUID NOT NULL PRIMARY KEY,
  -- topics, each with the highest level meant: "topic:level", separated by spaces
  topics MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- neither starts from what is known of the person nor adds to it
  isolated BOOLEAN NOT NULL
);

ALTER TABLE assessment_assessment
  -- one of the two
  MODIFY COLUMN competence VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN subject_id UUID NULL AFTER competence,
  ADD FOREIGN KEY (subject_id) REFERENCES assessment_subject (id);
