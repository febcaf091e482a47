package fr.pixlti.tool.assessment.domain.engine;

/**
 * A question answered earlier in the same test.
 *
 * @param item its id
 * @param timed whether that item had a timer
 */
public record Answered(String item, boolean timed) {}
