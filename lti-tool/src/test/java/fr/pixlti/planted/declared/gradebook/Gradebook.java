package fr.pixlti.planted.declared.gradebook;

interface Gradebook {}
