package fr.pixlti.planted.domain.campaign.domain;

import jakarta.servlet.http.HttpServletRequest;

/** Planted: technology in the domain. */
record AsksServlet(HttpServletRequest forbidden) {}
