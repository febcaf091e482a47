package fr.pixlti.planted.unmarked.campaign;

/** Planted: its package does not say what null means. */
class Unmarked {}
