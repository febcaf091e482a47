package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Campaigns and the participations in them. */
public interface Campaigns {

    /** The campaign of a link; made when the link is new. */
    UUID ofLink(UUID linkId, UUID courseId, String competence, Instant now);

    /** The same where it was made already. */
    Optional<UUID> madeOfLink(UUID linkId, String competence);

    /** Keeps a new campaign of several competences. */
    void add(Campaign campaign, Instant now);

    /**
     * The campaign that a link leads to which names a campaign of several competences, or one that a teacher made: that
     * one in its own course; in another course, to which the link was copied, one of that course's own with the same title,
     * competences and settings. People of two courses never meet in one campaign.
     *
     * @param code draws a code for such a campaign
     * @throws org.springframework.dao.DuplicateKeyException when that code is taken
     */
    UUID ofNamed(UUID linkId, Campaign named, UUID courseId, Supplier<String> code, Instant now);

    /** The same where the link was opened already. */
    Optional<UUID> openedOfNamed(UUID linkId, UUID named);

    /** The links that lead to a campaign, the oldest first. */
    List<Campaign.Linked> links(Campaign campaign);

    Optional<Campaign> find(UUID id);

    /**
     * The person's participation; made when there is none.
     *
     * @param newcomer how to keep it
     */
    UUID participation(UUID campaignId, PersonId person, Newcomer newcomer, Instant now);

    /**
     * @param sortName of the person, see {@code PeopleApi#sortNames}
     * @param trial whether a teacher tries the campaign
     * @param complete whether there is nothing to do before a result can be sent, as in a collection
     */
    record Newcomer(String sortName, boolean trial, boolean complete) {}

    /** The person's participation where there is one. */
    Optional<Participation> participationOf(UUID campaignId, PersonId person);

    Optional<Participation> findParticipation(UUID id);

    /** A person's participations, the newest first. @param most how many */
    List<Participation> ofPerson(PersonId person, int most);

    /** The participation that took this test, and the person's others that already have a score in the competence. */
    List<Participation> scoredBy(UUID assessmentId, PersonId person, String competence);

    /** The participation of which this is the person's test under way or the last one done. */
    Optional<Participation> took(PersonId person, UUID assessmentId);

    /** Makes this assessment the participation's own, unless another one became so meanwhile. */
    boolean began(UUID participationId, @Nullable UUID before, UUID assessmentId);

    void completed(UUID participationId, int pix, int level, Instant at);

    /**
     * How far a test of several competences has come.
     *
     * @param pix of all of them
     * @param completedAt when the newest of them was completed; absent while one is missing
     */
    void progressed(UUID participationId, int pix, @Nullable Instant completedAt);

    List<Participation> participations(UUID campaignId);
}
