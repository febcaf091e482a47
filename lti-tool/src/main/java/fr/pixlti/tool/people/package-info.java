/** Who is there, in which organisation, course and role; the browser sessions that a sign-in opens. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"lti", "lti::spi"})
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.people;
