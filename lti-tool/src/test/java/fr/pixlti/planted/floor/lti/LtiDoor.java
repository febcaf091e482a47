package fr.pixlti.planted.floor.lti;

public class LtiDoor {}
