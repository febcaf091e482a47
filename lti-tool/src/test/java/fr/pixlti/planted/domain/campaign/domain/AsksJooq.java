package fr.pixlti.planted.domain.campaign.domain;

import org.jooq.DSLContext;

/** Planted: technology in the domain. */
record AsksJooq(DSLContext forbidden) {}
