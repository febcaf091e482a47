/** Planted. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"lti", "lti::spi"})
package fr.pixlti.planted.declared.campaign;
