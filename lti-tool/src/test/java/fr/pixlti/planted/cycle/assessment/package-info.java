/** Planted. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"campaign"})
package fr.pixlti.planted.cycle.assessment;
