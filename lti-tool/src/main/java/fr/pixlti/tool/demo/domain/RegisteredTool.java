package fr.pixlti.tool.demo.domain;

import java.time.Instant;

/**
 * A registration of the tool that came about by dynamic registration.
 *
 * @param deploymentId a number, as Moodle's
 * @param name what the tool calls itself
 */
public record RegisteredTool(String clientId, String deploymentId, String name, Instant at) {}
