-- The queue page, asked for an activity that has many scores and a state that few of them have.

ALTER TABLE gradebook_score
  ADD KEY gradebook_score_link (resource_link_id, state);
