package fr.pixlti.tool.lti.web;

import fr.pixlti.tool.lti.domain.PlatformDraft;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form of a platform.
 *
 * @param id absent for a new one
 * @param faults by field, key {@code lti.draft.<fault>}
 * @param before when the platform was last changed, to be sent back
 */
record PlatformFormPage(@Nullable UUID id, PlatformDraft draft, Map<String, String> faults, String before) {}
