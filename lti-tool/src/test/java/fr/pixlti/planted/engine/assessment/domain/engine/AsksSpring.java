package fr.pixlti.planted.engine.assessment.domain.engine;

import org.springframework.context.ApplicationContext;

/** Planted: the engine knows a framework. */
record AsksSpring(ApplicationContext forbidden) {}
