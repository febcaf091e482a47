-- Deep linking: a teacher choosing content for a course, from the platform's request until the one response.

CREATE TABLE lti_content (
  id UUID NOT NULL PRIMARY KEY,
  platform_id UUID NOT NULL,
  -- the platform's word, which the response repeats
  deployment_id VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  person_id UUID NOT NULL,
  course_id UUID NOT NULL,
  -- what the platform accepts and wants back, as JSON
  settings MEDIUMTEXT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  -- when the one response was made
  answered_at DATETIME(6) NULL,
  KEY lti_content_expiry (expires_at),
  FOREIGN KEY (platform_id) REFERENCES lti_platform (id)
);
