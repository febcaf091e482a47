/** The operator's page on scores owed. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.gradebook.web;
