/** The pages of the operator console that are the shell's own: sign-in, home, accounts, audit log. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.shell.web;
