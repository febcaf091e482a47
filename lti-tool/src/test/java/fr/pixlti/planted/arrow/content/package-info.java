/** Planted. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package fr.pixlti.planted.arrow.content;
