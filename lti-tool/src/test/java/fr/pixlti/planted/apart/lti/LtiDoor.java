package fr.pixlti.planted.apart.lti;

public class LtiDoor {}
