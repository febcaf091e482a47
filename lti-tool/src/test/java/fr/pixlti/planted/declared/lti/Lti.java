package fr.pixlti.planted.declared.lti;

interface Lti {}
