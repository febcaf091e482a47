/** A small LMS to try the tool with; speaks LTI over HTTP and nothing else. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.demo;
