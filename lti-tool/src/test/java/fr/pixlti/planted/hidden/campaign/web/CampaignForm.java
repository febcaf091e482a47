package fr.pixlti.planted.hidden.campaign.web;

/** Lawful. */
record CampaignForm() {}
