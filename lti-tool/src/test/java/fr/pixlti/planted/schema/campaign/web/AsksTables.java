package fr.pixlti.planted.schema.campaign.web;

import fr.pixlti.schema.Tables;

/** Planted: the schema outside the store. */
record AsksTables(Tables forbidden) {}
