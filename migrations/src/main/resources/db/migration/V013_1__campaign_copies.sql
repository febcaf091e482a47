-- What a teacher wants of an activity that came with a copied course.

CREATE TABLE campaign_copy (
  link_id UUID NOT NULL PRIMARY KEY,
  origin_link_id UUID NOT NULL,
  -- ASKED: the teacher has not said; FRESH: this course alone; TOGETHER: shown with the results of the course it came from
  choice VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  chosen_by UUID NULL,
  chosen_at DATETIME(6) NULL
);
