/** The pages of the demo LMS. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.demo.web;
