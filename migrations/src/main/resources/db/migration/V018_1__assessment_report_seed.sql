-- The figures of a template that a learner saw when they reported it: only templates need it.

ALTER TABLE assessment_report
  ADD COLUMN seed BIGINT NULL AFTER content_release;
