/** Problems that learners report about items, and what operators do about them. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.assessment.domain.reports;
