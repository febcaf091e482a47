package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.campaign.domain.results.Outcome;
import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people sent of campaigns that teachers made. */
public interface Sendings {

    /** The participation, held against other requests until the transaction ends. */
    Optional<Participation> lock(UUID participationId);

    /** The test that a participation waited for is over: it may be sent. Nothing for one that was completed before. */
    Optional<Participation> completed(UUID assessmentId, PersonId person, Instant at);

    /** Keeps a sending; its figures take the place of those of the one before. */
    void add(Participation participation, Sending sending);

    /** From the first to the last, without their results. */
    List<Past> of(UUID participationId);

    /** The skills that one of the sendings was of. */
    Kept kept(UUID participationId, int number);

    /** @param release content that it was reckoned with; @param validated ids of skills; @param invalidated the same */
    record Kept(String release, Set<String> validated, Set<String> invalidated) {}

    /**
     * What is sent.
     *
     * @param release content that it was reckoned with
     * @param validated ids of skills; in a collection of the whole profile
     * @param outcome absent in a collection
     * @param badges keys of those obtained
     * @param levels of every competence of the profile in a collection, none otherwise
     * @param pix of the whole profile in a collection, absent otherwise
     */
    record Sending(Participation.Sent sent, @Nullable UUID assessmentId, String release, Set<String> validated,
            Set<String> invalidated, @Nullable Outcome outcome, List<String> badges, List<ProfileLevel> levels,
            @Nullable Integer pix) {}

    /** @param level 0 to 8; @param pix 0 to 64 */
    record ProfileLevel(String competence, int level, int pix) {}

    /** @param mastery percent, absent in a collection; @param pix of a collection, absent otherwise */
    record Past(int number, Instant at, @Nullable Integer mastery, @Nullable Integer stage, @Nullable Integer pix) {}
}
