-- What counts of a campaign without its teachers' tries; and what erasing a person looks for.

ALTER TABLE campaign_participation ADD KEY campaign_participation_trial (campaign_id, trial, status);
ALTER TABLE campaign_settings ADD KEY campaign_settings_creator (created_by), ADD KEY campaign_settings_archiver (archived_by);
ALTER TABLE campaign_copy ADD KEY campaign_copy_chooser (chosen_by);
ALTER TABLE campaign_reminder ADD KEY campaign_reminder_asker (asked_by);
