package fr.pixlti.planted.domain.campaign.domain;

import org.springframework.security.core.Authentication;

/** Planted: technology in the domain. */
record AsksSecurity(Authentication forbidden) {}
