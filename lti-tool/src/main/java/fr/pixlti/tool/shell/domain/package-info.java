/** The operator console: who may sign in, how, and what is written down of it. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.shell.domain;
