package fr.pixlti.planted.hidden.campaign.web;

/** Planted: public in a web package. */
public record CampaignPage() {}
