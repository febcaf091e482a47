package fr.pixlti.planted.apart.shared;

public class Ids {}
