/** The teacher's page of a course's groups, and the operator's pages of people. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.people.web;
