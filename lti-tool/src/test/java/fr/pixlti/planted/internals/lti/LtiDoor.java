package fr.pixlti.planted.internals.lti;

/** Lawful: a public type of its room. */
public class LtiDoor {}
