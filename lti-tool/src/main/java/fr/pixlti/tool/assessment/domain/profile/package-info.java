/** A person's own space: what is known of them, the lessons they keep, how tests work, what waits for them. */
@org.jspecify.annotations.NullMarked
package fr.pixlti.tool.assessment.domain.profile;
