-- Copies of courses: links that were copied from others, contexts that were copied from others, and the platform's
-- notices that say so (Platform Notification Service 1.0).

ALTER TABLE lti_resource_link
  -- the link that this one was copied from, found when it was first launched
  ADD COLUMN copied_from UUID NULL AFTER picked_target,
  ADD KEY lti_resource_link_context (deployment_id, context_id);

CREATE TABLE lti_context_copy (
  deployment_id UUID NOT NULL,
  context_id VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  origin_context_id VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  -- 0 is the nearest
  position INT NOT NULL,
  known_since DATETIME(6) NOT NULL,
  PRIMARY KEY (deployment_id, context_id, origin_context_id),
  FOREIGN KEY (deployment_id) REFERENCES lti_deployment (id)
);

-- Stored before the platform is answered: it delivers a notice once.
CREATE TABLE lti_notice (
  id UUID NOT NULL PRIMARY KEY,
  platform_id UUID NOT NULL,
  -- SHA-256 of the notice's jti, so that it is taken once
  jti_hash BINARY(32) NOT NULL,
  deployment_id UUID NOT NULL,
  type VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  -- what the job needs of it, as JSON
  content MEDIUMTEXT NOT NULL,
  received_at DATETIME(6) NOT NULL,
  handled_at DATETIME(6) NULL,
  UNIQUE KEY lti_notice_once (platform_id, jti_hash),
  KEY lti_notice_waiting (handled_at, received_at),
  FOREIGN KEY (platform_id) REFERENCES lti_platform (id)
);

-- Where a platform takes handlers for notices, as a launch said, and whether ours are registered there.
CREATE TABLE lti_notice_service (
  deployment_id UUID NOT NULL PRIMARY KEY,
  platform_id UUID NOT NULL,
  service_url VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  -- notice types to handle, separated by spaces
  types VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  next_at DATETIME(6) NULL,
  failures INT NOT NULL DEFAULT 0,
  registered_at DATETIME(6) NULL,
  KEY lti_notice_service_due (next_at),
  FOREIGN KEY (deployment_id) REFERENCES lti_deployment (id)
);
