/** Owing, sending and giving up on scores. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.gradebook.domain;
