/** What the LTI room takes from platforms and settings. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.lti.domain;
