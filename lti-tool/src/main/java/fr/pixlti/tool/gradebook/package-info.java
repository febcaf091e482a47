/** The durable return of scores to the platform's gradebook. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"lti", "lti::spi", "people", "campaign::events"})
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.gradebook;
