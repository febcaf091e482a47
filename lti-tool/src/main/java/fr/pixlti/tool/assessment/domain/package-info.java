/** Starting, answering and finishing a test. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.assessment.domain;
