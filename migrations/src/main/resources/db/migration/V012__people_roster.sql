-- Who is in a course as the platform's roster says (NRPS 2.0), and the groups of a course.

ALTER TABLE people_enrolment
  -- when a reading of the roster no longer found the person; null while they are there
  ADD COLUMN left_at DATETIME(6) NULL AFTER since,
  -- the platform's groups as the last launch named them, sorted, separated by commas: what a launch compares with
  ADD COLUMN group_ids TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL AFTER left_at;

-- Where a course's roster is read and how the readings went: one row of work for each course.
CREATE TABLE people_roster (
  course_id UUID NOT NULL PRIMARY KEY,
  platform_id UUID NOT NULL,
  memberships_url VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  -- what changed since the last reading, where the platform offers it
  differences_url VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  next_at DATETIME(6) NOT NULL,
  -- last reading that was applied; last one of everybody
  read_at DATETIME(6) NULL,
  read_whole_at DATETIME(6) NULL,
  -- why the last reading failed, and how many have failed since the last good one
  failure VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  failures INT NOT NULL DEFAULT 0,
  KEY people_roster_due (next_at),
  FOREIGN KEY (course_id) REFERENCES people_course (id)
);

CREATE TABLE people_group (
  id UUID NOT NULL PRIMARY KEY,
  course_id UUID NOT NULL,
  -- the platform's id; null for a group that a teacher brought in a file
  platform_group_id VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  -- null until a teacher names it: Moodle gives ids only
  name VARCHAR(100) NULL,
  created_at DATETIME(6) NOT NULL,
  UNIQUE KEY people_group_of_platform (course_id, platform_group_id),
  FOREIGN KEY (course_id) REFERENCES people_course (id)
);

CREATE TABLE people_group_member (
  group_id UUID NOT NULL,
  person_id UUID NOT NULL,
  -- told by a launch, which a later launch may take back; otherwise brought by a teacher
  of_platform BOOLEAN NOT NULL,
  PRIMARY KEY (group_id, person_id),
  KEY people_group_member_person (person_id),
  FOREIGN KEY (group_id) REFERENCES people_group (id),
  FOREIGN KEY (person_id) REFERENCES people_person (id)
);
