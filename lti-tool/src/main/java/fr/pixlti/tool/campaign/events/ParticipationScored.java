package fr.pixlti.tool.campaign.events;

import fr.pixlti.tool.shared.PersonId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A participation has a score to give back. Published inside the transaction of the fact.
 *
 * @param linkId the link in whose gradebook column it belongs
 * @param given at least 0, at most {@code maximum}
 * @param comment for the gradebook, in the learner's language
 */
public record ParticipationScored(UUID participationId, UUID linkId, PersonId person, BigDecimal given,
        BigDecimal maximum, @Nullable String comment, Instant at) {}
