/** Security chains, layout, error pages, the start page; the frame around the rooms. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"lti", "people"})
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.shell;
