/** Where other rooms plug into a launch: who admits a person, which activities can be opened, what became of a score. */
@org.springframework.modulith.NamedInterface("spi")
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.lti.spi;
