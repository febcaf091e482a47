/** Platforms, logins, links and keys in MariaDB. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.lti.store;
