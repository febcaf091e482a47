/** The whole tool over HTTP: what people do from a launch on, and what becomes of it when things go wrong. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.journey;
