/** What real answers say of each item. Nothing here is about a person. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.assessment.domain.statistics;
