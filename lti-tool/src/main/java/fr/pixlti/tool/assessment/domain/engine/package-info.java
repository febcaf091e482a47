/** The adaptive algorithm: pure functions; the clock and the seed are arguments. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.assessment.domain.engine;
