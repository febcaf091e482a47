package fr.pixlti.planted.events.campaign.events;

/** Lawful. */
record CampaignOpened() {}
