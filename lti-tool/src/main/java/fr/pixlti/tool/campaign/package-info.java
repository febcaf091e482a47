/** Every test that a link, a code or a teacher starts is a participation here; its results and who may see them. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"lti", "lti::spi", "people", "content",
    "assessment", "assessment::events"})
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.campaign;
