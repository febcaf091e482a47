/** The teacher's page of a course's groups. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.people.web;
