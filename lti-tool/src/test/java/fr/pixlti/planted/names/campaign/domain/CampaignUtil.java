package fr.pixlti.planted.names.campaign.domain;

/** Planted: a name that says nothing. */
class CampaignUtil {}
