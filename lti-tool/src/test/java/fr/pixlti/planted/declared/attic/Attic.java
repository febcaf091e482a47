package fr.pixlti.planted.declared.attic;

interface Attic {}
