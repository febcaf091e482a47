/** Planted. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package fr.pixlti.planted.internals.lti;
