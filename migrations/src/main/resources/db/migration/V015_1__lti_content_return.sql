-- Deep linking whose dialogue opened in a window of its own: the platform's frame waits, to post the response itself.

CREATE TABLE lti_content_return (
  -- the login's
  id UUID NOT NULL PRIMARY KEY,
  -- SHA-256 of the secret that only the frame's page holds
  secret_hash BINARY(32) NOT NULL,
  platform_id UUID NOT NULL,
  -- the dialogue, once the window opened it
  content_id UUID NULL,
  -- what the teacher chose, as JSON, until the frame takes it
  items MEDIUMTEXT NULL,
  expires_at DATETIME(6) NOT NULL,
  UNIQUE KEY lti_content_return_dialogue (content_id),
  KEY lti_content_return_expiry (expires_at),
  FOREIGN KEY (platform_id) REFERENCES lti_platform (id),
  FOREIGN KEY (content_id) REFERENCES lti_content (id) ON DELETE CASCADE
);
