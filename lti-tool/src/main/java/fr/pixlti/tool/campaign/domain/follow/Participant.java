package fr.pixlti.tool.campaign.domain.follow;

import fr.pixlti.tool.campaign.domain.Participation;
import fr.pixlti.tool.people.PersonName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes part.
 *
 * @param name empty when the host gave none, and after the person was erased
 * @param present whether they are in the course still
 * @param badges keys of those obtained with the last sending
 * @param reminded when a teacher last asked for the result, absent when nobody did since the last sending
 */
public record Participant(Participation participation, PersonName name, boolean present, List<String> badges,
        @Nullable Instant reminded) {

    public Participant {
        badges = List.copyOf(badges);
    }
}
