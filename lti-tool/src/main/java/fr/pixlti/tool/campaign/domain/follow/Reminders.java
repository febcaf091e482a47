package fr.pixlti.tool.campaign.domain.follow;

import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That teachers wait for results. */
public interface Reminders {

    /**
     * Notes down that a teacher waits for what was not sent yet: of one participation in the scope, or of all in it. At most
     * one a day (UTC) for each participation; nothing for one that was sent.
     *
     * @return how many were reminded
     */
    int ask(Scope scope, @Nullable UUID participation, PersonId teacher, Instant now);

    /** When a teacher last asked for this participation's result; empty when nobody did or it was sent. */
    Optional<Instant> of(UUID participation);

    /** The same of several, by participation. */
    Map<UUID, Instant> newest(Collection<UUID> participations);
}
