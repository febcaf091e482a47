/** Planted. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"assessment"})
package fr.pixlti.planted.cycle.campaign;
