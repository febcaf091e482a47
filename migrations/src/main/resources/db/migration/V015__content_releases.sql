-- What learners are asked: every release that a node ever used, and the packs that operators add to the content that
-- comes with the tool.

CREATE TABLE content_release (
  -- name of the built-in content, eight hexadecimal digits of its bytes
  id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  -- BUILT_IN; COMPOSED: built-in content and published packs
  origin VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  -- when a node last said that new tests use it, or what they use is composed from it; exact to an hour
  used_at DATETIME(6) NOT NULL,
  -- a ZIP of all its files
  archive LONGBLOB NOT NULL,
  -- of the archive, in bytes
  size INT NOT NULL
);

CREATE TABLE content_pack (
  id UUID NOT NULL PRIMARY KEY,
  name VARCHAR(100) NOT NULL,
  uploaded_by VARCHAR(60) NOT NULL,
  uploaded_at DATETIME(6) NOT NULL,
  -- DRAFT, PUBLISHED, WITHDRAWN
  state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- of the state
  changed_by VARCHAR(60) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  -- a ZIP of its files
  archive LONGBLOB NOT NULL,
  -- of the archive, in bytes
  size INT NOT NULL,
  KEY content_pack_state (state)
);

-- One row. Whoever publishes or withdraws a pack raises the number by one from the number they began with.
CREATE TABLE content_publication (
  id INT NOT NULL PRIMARY KEY,
  number INT NOT NULL
);
INSERT INTO content_publication (id, number) VALUES (1, 0);

-- The release that new tests use, for each version of the built-in content: while a tool is upgraded, two are at work.
CREATE TABLE content_current (
  built_in VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  release_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- the publication it follows from
  publication INT NOT NULL,
  -- ids of the published packs that do not go with this built-in content, separated by spaces
  left_out MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  since DATETIME(6) NOT NULL
);

-- Which releases tests under way refer to.
ALTER TABLE assessment_assessment ADD KEY assessment_release (status, content_release);
