/** The endpoints a platform and a browser call. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.lti.web;
