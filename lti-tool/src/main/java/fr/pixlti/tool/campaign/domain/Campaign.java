package fr.pixlti.tool.campaign.domain;

import java.util.UUID;

/** A test that a link starts: one competence, for the people of a course. */
public record Campaign(UUID id, String competence, UUID courseId, UUID linkId) {}
