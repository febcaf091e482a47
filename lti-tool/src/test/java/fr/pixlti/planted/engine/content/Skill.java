package fr.pixlti.planted.engine.content;

public record Skill() {}
