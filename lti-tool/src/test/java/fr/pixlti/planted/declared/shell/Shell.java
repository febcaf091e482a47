package fr.pixlti.planted.declared.shell;

interface Shell {}
