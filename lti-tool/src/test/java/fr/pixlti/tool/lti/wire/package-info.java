/** Calls to platforms, against real servers. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.lti.wire;
