/** All of the LTI 1.3 wire protocol: logins, launches, keys, services; other rooms meet it as {@code LtiApi} and {@code lti::spi}. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.lti;
