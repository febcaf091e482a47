package fr.pixlti.planted.names.campaign.domain;

/** Lawful. */
class Implement {}
