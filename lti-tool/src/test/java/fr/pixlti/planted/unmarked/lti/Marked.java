package fr.pixlti.planted.unmarked.lti;

/** Lawful. */
class Marked {}
