-- Who, in which organisation and course, in which role; and the browser sessions that a sign-in opens.

CREATE TABLE people_person (
  id UUID NOT NULL PRIMARY KEY,
  given_name VARCHAR(255) NULL,
  family_name VARCHAR(255) NULL,
  full_name VARCHAR(500) NULL,
  email VARCHAR(320) NULL,
  created_at DATETIME(6) NOT NULL,
  updated_at DATETIME(6) NOT NULL
);

-- How a host knows a person: 'lti:<platform id>' and the token's sub.
CREATE TABLE people_identity (
  source VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  person_id UUID NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (source, subject),
  KEY people_identity_person (person_id),
  FOREIGN KEY (person_id) REFERENCES people_person (id)
);

-- The organisation of a launch is its deployment.
CREATE TABLE people_organisation (
  id UUID NOT NULL PRIMARY KEY,
  lti_deployment_id UUID NOT NULL,
  name VARCHAR(255) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  UNIQUE KEY people_organisation_deployment (lti_deployment_id)
);

CREATE TABLE people_course (
  id UUID NOT NULL PRIMARY KEY,
  organisation_id UUID NOT NULL,
  context_id VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  title VARCHAR(500) NULL,
  created_at DATETIME(6) NOT NULL,
  UNIQUE KEY people_course_context (organisation_id, context_id),
  FOREIGN KEY (organisation_id) REFERENCES people_organisation (id)
);

CREATE TABLE people_enrolment (
  course_id UUID NOT NULL,
  person_id UUID NOT NULL,
  role VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- when the role was first or last given
  since DATETIME(6) NOT NULL,
  PRIMARY KEY (course_id, person_id),
  KEY people_enrolment_person (person_id),
  FOREIGN KEY (course_id) REFERENCES people_course (id),
  FOREIGN KEY (person_id) REFERENCES people_person (id)
);

CREATE TABLE people_session (
  id UUID NOT NULL PRIMARY KEY,
  secret_hash BINARY(32) NOT NULL,
  person_id UUID NOT NULL,
  platform_id UUID NULL,
  -- the login that led here, so that reloading its launch finds this session
  login_id UUID NULL,
  locale VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  -- where the launch leads, for the same reload
  opened_path VARCHAR(500) NULL,
  return_url VARCHAR(1000) NULL,
  created_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  KEY people_session_login (login_id),
  KEY people_session_expiry (expires_at),
  FOREIGN KEY (person_id) REFERENCES people_person (id)
);
