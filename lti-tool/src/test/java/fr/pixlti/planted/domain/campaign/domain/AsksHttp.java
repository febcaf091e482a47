package fr.pixlti.planted.domain.campaign.domain;

import org.springframework.http.HttpStatus;

/** Planted: technology in the domain. */
record AsksHttp(HttpStatus forbidden) {}
