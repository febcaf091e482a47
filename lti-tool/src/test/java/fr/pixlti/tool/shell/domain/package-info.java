@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.shell.domain;
