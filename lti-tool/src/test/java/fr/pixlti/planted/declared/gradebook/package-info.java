/** Planted. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"lti", "lti::spi", "campaign"})
package fr.pixlti.planted.declared.gradebook;
