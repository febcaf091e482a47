/** Calls to platforms, all through one guarded HTTP client: key sets, access tokens, gradebooks. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.lti.wire;
