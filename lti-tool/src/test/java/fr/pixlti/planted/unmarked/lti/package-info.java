/** Lawful. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.planted.unmarked.lti;
