package fr.pixlti.planted.domain.campaign.domain;

/** Lawful. */
interface Campaigns {}
