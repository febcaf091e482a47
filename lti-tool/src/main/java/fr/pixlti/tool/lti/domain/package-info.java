/** What a login, a launch and a service call are, and when they are honoured. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.lti.domain;
