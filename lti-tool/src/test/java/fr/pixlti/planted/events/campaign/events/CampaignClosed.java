package fr.pixlti.planted.events.campaign.events;

/** Planted: an event that is not a record. */
class CampaignClosed {}
