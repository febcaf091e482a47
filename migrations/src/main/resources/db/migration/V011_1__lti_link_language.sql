-- The language of the course, in which the tool labels its columns and comments its scores: 'fr' or 'en'.

ALTER TABLE lti_resource_link
  ADD COLUMN language VARCHAR(2) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER grade_columns;
