-- What the teacher wants in the gradebook beside the score: SCORE, AREAS, COMPETENCES.

ALTER TABLE lti_resource_link
  ADD COLUMN grade_columns VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'SCORE' AFTER ags_scopes;
