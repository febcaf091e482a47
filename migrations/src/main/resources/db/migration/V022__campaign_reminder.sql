-- Teachers remind pupils of the result that they wait for; a pupil's own page says so.

CREATE TABLE campaign_reminder (
  participation_id UUID NOT NULL,
  -- in UTC: at most one a day
  asked_on DATE NOT NULL,
  asked_at DATETIME(6) NOT NULL,
  asked_by UUID NOT NULL,
  PRIMARY KEY (participation_id, asked_on),
  FOREIGN KEY (participation_id) REFERENCES campaign_participation (id)
);
