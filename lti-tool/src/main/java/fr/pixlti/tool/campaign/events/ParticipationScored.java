package fr.pixlti.tool.campaign.events;

import fr.pixlti.tool.shared.PersonId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A participation has a score to give back. Published inside the transaction of the fact.
 *
 * @param linkId the link in whose gradebook column it belongs
 * @param given at least 0, at most {@code maximum}
 * @param comment for the gradebook, in the course's language
 * @param resourceId what the platform is told that the grades are of (AGS {@code resourceId}): the same for every column
 *     of the activity
 * @param levels of every competence that the activity tests and the person has been tested in, in the framework's order
 */
public record ParticipationScored(UUID participationId, UUID linkId, PersonId person, BigDecimal given,
        BigDecimal maximum, @Nullable String comment, Instant at, String resourceId, List<CompetenceLevel> levels) {

    public ParticipationScored {
        levels = List.copyOf(levels);
    }

    /**
     * A person's level in a competence.
     *
     * @param competence its code, for example {@code 1.1}
     * @param name in the course's language
     * @param area code of the area that it belongs to, for example {@code 1}
     * @param areaName in the course's language
     * @param level 0 to {@code maximum}
     * @param maximum the highest level that can be reached, above 0
     * @param pix 0 to 8 × {@code maximum}
     */
    public record CompetenceLevel(String competence, String name, String area, String areaName, int level, int maximum,
            int pix) {}
}
