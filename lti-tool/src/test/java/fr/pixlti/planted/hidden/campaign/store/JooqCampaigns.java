package fr.pixlti.planted.hidden.campaign.store;

/** Planted: public in a store. */
public class JooqCampaigns {}
