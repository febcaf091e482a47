-- The operator console: named accounts, their sessions, throttling of sign-ins, the audit log; what its pages on keys and
-- on the passback queue need of the tables of those rooms.

CREATE TABLE shell_account (
  id UUID NOT NULL PRIMARY KEY,
  -- as it is typed at the sign-in; upper and lower case are one
  name VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci NOT NULL,
  -- ADMINISTRATOR, OPERATOR
  role VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  password_hash VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- given by an administrator: to be replaced at the next sign-in
  password_temporary BOOLEAN NOT NULL,
  -- AES-256-GCM under pixlti.secret: 12 bytes of nonce, then the ciphertext; absent until enrolled
  totp_secret_encrypted VARBINARY(200) NULL,
  -- the last time step (RFC 6238 section 4.2) whose code was used
  totp_last_step BIGINT NOT NULL,
  disabled_at DATETIME(6) NULL,
  created_at DATETIME(6) NOT NULL,
  updated_at DATETIME(6) NOT NULL,
  last_sign_in_at DATETIME(6) NULL,
  UNIQUE KEY shell_account_name (name)
);

-- A code that stands in for the second factor, once: its use takes the row away.
CREATE TABLE shell_recovery_code (
  account_id UUID NOT NULL,
  code_hash BINARY(32) NOT NULL,
  PRIMARY KEY (account_id, code_hash),
  FOREIGN KEY (account_id) REFERENCES shell_account (id)
);

CREATE TABLE shell_admin_session (
  id UUID NOT NULL PRIMARY KEY,
  secret_hash BINARY(32) NOT NULL,
  account_id UUID NOT NULL,
  -- FACTOR: the password was right; PASSWORD: so was the second factor, a new password is due; OPEN
  stage VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- the second factor that is being enrolled, encrypted as in shell_account
  totp_secret_encrypted VARBINARY(200) NULL,
  created_at DATETIME(6) NOT NULL,
  seen_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  KEY shell_admin_session_account (account_id),
  KEY shell_admin_session_expiry (expires_at),
  FOREIGN KEY (account_id) REFERENCES shell_account (id)
);

-- Attempts at a sign-in in the present stretch of time, by a hash of what they are counted for.
CREATE TABLE shell_attempt (
  counted_for BINARY(32) NOT NULL PRIMARY KEY,
  attempts INT NOT NULL,
  until DATETIME(6) NOT NULL,
  KEY shell_attempt_until (until)
);

-- Never changed; ids rise with time.
CREATE TABLE shell_audit (
  id UUID NOT NULL PRIMARY KEY,
  at DATETIME(6) NOT NULL,
  -- absent for a sign-in under a name that no account has
  account_id UUID NULL,
  account_name VARCHAR(60) NOT NULL,
  action VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject VARCHAR(500) NOT NULL,
  KEY shell_audit_account (account_id, id),
  KEY shell_audit_action (action, id)
);

-- The tool's keys follow one another: of two nodes, or two operators, that make the next one at once, one does.
ALTER TABLE lti_tool_key
  ADD COLUMN generation INT NOT NULL DEFAULT 1,
  -- who asked for it; absent: the schedule
  ADD COLUMN made_by VARCHAR(60) NULL,
  ADD COLUMN retired_by VARCHAR(60) NULL,
  ADD UNIQUE KEY lti_tool_key_generation (generation);
ALTER TABLE lti_tool_key ALTER COLUMN generation DROP DEFAULT;

-- The queue page reads newest first, in the order of the primary key, which ends each of these.
ALTER TABLE gradebook_score
  ADD KEY gradebook_score_state (state),
  ADD KEY gradebook_score_platform (platform_id),
  ADD KEY gradebook_score_person (person_id);
ALTER TABLE people_person
  ADD KEY people_person_family_name (family_name(40)),
  ADD KEY people_person_given_name (given_name(40)),
  ADD KEY people_person_full_name (full_name(40));
