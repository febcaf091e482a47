package fr.pixlti.planted.cycle.assessment;

import fr.pixlti.planted.cycle.campaign.StartsTest;

/** Planted: the other half of a cycle. */
public record StartedBy(StartsTest campaign) {}
