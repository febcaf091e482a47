-- When people last signed in, which retention goes by; finding a person by the platform's own id.

ALTER TABLE people_person
  -- day of the last sign-in in UTC; null for somebody whom a roster names and who never came
  ADD COLUMN seen_on DATE NULL AFTER email;
-- Of those who are known already nobody wrote down when they came: as if today, so that nobody goes too early.
UPDATE people_person SET seen_on = UTC_DATE();

ALTER TABLE people_identity
  ADD KEY people_identity_subject (subject);
