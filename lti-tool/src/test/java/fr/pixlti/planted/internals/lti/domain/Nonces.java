package fr.pixlti.planted.internals.lti.domain;

/** Lawful: internal to its room. */
public interface Nonces {}
