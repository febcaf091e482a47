-- Where a platform's registration comes from and whether the operator wants it; invitations to register; requests to
-- register, so that each is honoured once; the latest launch of each platform.

ALTER TABLE lti_platform
  -- PENDING: waits for the operator; APPROVED: its launches are honoured; SUSPENDED: no longer, until approved again
  ADD COLUMN status VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'APPROVED' AFTER client_id,
  -- SETTINGS: applied at each start; MANUAL: typed by an operator; DYNAMIC: the platform and the tool agreed on it
  ADD COLUMN source VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'SETTINGS' AFTER status,
  -- what the platform calls its software, and where it describes itself: only where it registered by itself
  ADD COLUMN product VARCHAR(100) NULL AFTER source,
  ADD COLUMN configuration_url VARCHAR(1000) NULL AFTER product;

CREATE TABLE lti_invitation (
  id UUID NOT NULL PRIMARY KEY,
  secret_hash BINARY(32) NOT NULL,
  school VARCHAR(255) NOT NULL,
  allow_private_addresses BOOLEAN NOT NULL DEFAULT FALSE,
  created_by VARCHAR(255) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  revoked_at DATETIME(6) NULL
);

-- One row for a request to register that is under way or was honoured; one that failed leaves none.
CREATE TABLE lti_registration_request (
  id UUID NOT NULL PRIMARY KEY,
  -- SHA-256 of invitation, configuration address and registration token: a reload finds what became of it
  request_hash BINARY(32) NOT NULL,
  invitation_id UUID NULL,
  started_at DATETIME(6) NOT NULL,
  -- absent while under way
  platform_id UUID NULL,
  UNIQUE KEY lti_registration_request_once (request_hash),
  UNIQUE KEY lti_registration_request_of_invitation (invitation_id),
  FOREIGN KEY (invitation_id) REFERENCES lti_invitation (id),
  FOREIGN KEY (platform_id) REFERENCES lti_platform (id)
);

-- Beside the platform, not in it: launches must not wait for each other at the platform's row. Exact to a minute.
CREATE TABLE lti_last_launch (
  platform_id UUID NOT NULL PRIMARY KEY,
  launched_at DATETIME(6) NOT NULL,
  course_title VARCHAR(255) NULL,
  line_items_url VARCHAR(1000) NULL,
  ags_scopes VARCHAR(1000) NULL,
  memberships_url VARCHAR(1000) NULL,
  FOREIGN KEY (platform_id) REFERENCES lti_platform (id)
);
