/** Accounts, sessions and the audit log of the console, in MariaDB. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.shell.store;
