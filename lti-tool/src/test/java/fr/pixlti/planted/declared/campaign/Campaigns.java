package fr.pixlti.planted.declared.campaign;

interface Campaigns {}
