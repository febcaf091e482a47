package fr.pixlti.planted.arrow.content;

/** Lawful: a public type of its room. */
public class ContentDoor {}
