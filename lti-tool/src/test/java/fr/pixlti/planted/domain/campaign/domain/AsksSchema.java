package fr.pixlti.planted.domain.campaign.domain;

import fr.pixlti.schema.Tables;

/** Planted: technology in the domain. */
record AsksSchema(Tables forbidden) {}
