/** Planted. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"lti"})
package fr.pixlti.planted.internals.people;
