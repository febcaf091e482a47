package fr.pixlti.planted.domain.campaign.domain;

import org.thymeleaf.context.IContext;

/** Planted: technology in the domain. */
record AsksTemplates(IContext forbidden) {}
