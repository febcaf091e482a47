/** The pages on which a test is taken. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.assessment.web;
