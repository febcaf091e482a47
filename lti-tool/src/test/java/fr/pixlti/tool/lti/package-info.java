/** The LTI room, tried over HTTP with a platform played by WireMock. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.lti;
