-- What operators brought in from other systems: the report, and the archive in pieces that a database takes whatever its
-- largest packet. Kept for a day.

CREATE TABLE content_import (
  id UUID NOT NULL PRIMARY KEY,
  -- as the operator's computer calls the file
  file_name VARCHAR(200) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  -- JSON: what became of each question
  report MEDIUMTEXT NOT NULL,
  KEY content_import_created (created_at)
);

CREATE TABLE content_import_part (
  import_id UUID NOT NULL,
  part INT NOT NULL,
  bytes MEDIUMBLOB NOT NULL,
  PRIMARY KEY (import_id, part),
  FOREIGN KEY (import_id) REFERENCES content_import (id) ON DELETE CASCADE
);
