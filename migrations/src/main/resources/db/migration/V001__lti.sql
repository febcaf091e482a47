-- Platforms that launch the tool, their deployments and links; logins under way; the tool's own keys.

CREATE TABLE lti_platform (
  id UUID NOT NULL PRIMARY KEY,
  name VARCHAR(255) NOT NULL,
  issuer VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  client_id VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  authentication_request_url VARCHAR(1000) NOT NULL,
  access_token_url VARCHAR(1000) NOT NULL,
  -- 'aud' of the client assertion where it is not the token URL (Brightspace, Blackboard)
  access_token_audience VARCHAR(1000) NULL,
  key_set_url VARCHAR(1000) NOT NULL,
  -- origins that may show the tool in a frame, separated by spaces
  frame_origins VARCHAR(2000) NOT NULL,
  allow_private_addresses BOOLEAN NOT NULL DEFAULT FALSE,
  created_at DATETIME(6) NOT NULL,
  updated_at DATETIME(6) NOT NULL,
  UNIQUE KEY lti_platform_client (issuer, client_id)
);

CREATE TABLE lti_deployment (
  id UUID NOT NULL PRIMARY KEY,
  platform_id UUID NOT NULL,
  deployment_id VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  -- PENDING: seen in a launch, waits for the operator; APPROVED: launches are honoured
  status VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  first_seen_at DATETIME(6) NOT NULL,
  UNIQUE KEY lti_deployment_of_platform (platform_id, deployment_id),
  FOREIGN KEY (platform_id) REFERENCES lti_platform (id)
);

-- One row for a login that waits for its launch: taken away by the launch that uses it, or by time.
CREATE TABLE lti_login (
  id UUID NOT NULL PRIMARY KEY,
  state_hash BINARY(32) NOT NULL,
  nonce CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  platform_id UUID NOT NULL,
  deployment_id VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  target_link_uri VARCHAR(1000) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  KEY lti_login_expiry (expires_at)
);

-- A validated launch whose browser kept no cookie: lets it open the activity in a window of its own, once.
CREATE TABLE lti_ticket (
  id UUID NOT NULL PRIMARY KEY,
  secret_hash BINARY(32) NOT NULL,
  launch MEDIUMTEXT NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  KEY lti_ticket_expiry (expires_at)
);

CREATE TABLE lti_resource_link (
  id UUID NOT NULL PRIMARY KEY,
  deployment_id UUID NOT NULL,
  resource_link_id VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  context_id VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  title VARCHAR(500) NULL,
  -- what a teacher picked at the first launch; a target in the launch's custom parameters goes before it
  picked_target VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
  line_item_url VARCHAR(1000) NULL,
  line_items_url VARCHAR(1000) NULL,
  ags_scopes VARCHAR(1000) NULL,
  created_at DATETIME(6) NOT NULL,
  updated_at DATETIME(6) NOT NULL,
  UNIQUE KEY lti_resource_link_of_deployment (deployment_id, resource_link_id),
  FOREIGN KEY (deployment_id) REFERENCES lti_deployment (id)
);

CREATE TABLE lti_tool_key (
  id UUID NOT NULL PRIMARY KEY,
  public_jwk TEXT NOT NULL,
  -- AES-256-GCM under pixlti.secret: 12 bytes of nonce, then the ciphertext of the PKCS #8 private key
  private_key_encrypted BLOB NOT NULL,
  created_at DATETIME(6) NOT NULL,
  -- signs from then on; published before
  active_from DATETIME(6) NOT NULL,
  -- published until then
  retired_at DATETIME(6) NULL
);
