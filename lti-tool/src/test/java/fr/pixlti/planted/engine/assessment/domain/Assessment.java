package fr.pixlti.planted.engine.assessment.domain;

public record Assessment() {}
