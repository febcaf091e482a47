package fr.pixlti.planted.schema.campaign.store;

import fr.pixlti.schema.Tables;

/** Lawful: the store may. */
record JooqCampaigns(Tables lawful) {}
