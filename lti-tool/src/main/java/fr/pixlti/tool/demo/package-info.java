/**
 * A small LMS to try the tool with, served at {@code /demo} with the profile {@code demo}; it speaks LTI over HTTP and
 * nothing else, as strictly as Moodle. Alone, it is the platform double of the tests.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.demo;
