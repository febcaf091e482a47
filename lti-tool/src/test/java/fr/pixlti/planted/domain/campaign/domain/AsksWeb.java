package fr.pixlti.planted.domain.campaign.domain;

import org.springframework.web.client.RestClient;

/** Planted: technology in the domain. */
record AsksWeb(RestClient forbidden) {}
