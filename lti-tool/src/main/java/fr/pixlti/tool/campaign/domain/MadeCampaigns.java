package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.campaign.domain.ReadMadeCampaign.Counts;
import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What teachers decided of the campaigns that they made. */
public interface MadeCampaigns {

    /** Stands for who made a campaign that is there by itself. */
    PersonId NOBODY = new PersonId(new UUID(0, 0));

    /**
     * Keeps a new campaign.
     *
     * @throws org.springframework.dao.DuplicateKeyException when its code is taken
     */
    void add(Campaign campaign, CampaignSettings settings);

    /** Whether the course has its own copy of that campaign. */
    boolean hasCopy(UUID origin, UUID course);

    /** Keeps a course's own copy of a campaign; nothing when another request did so at the same moment. */
    void addCopy(UUID origin, Campaign campaign, CampaignSettings settings);

    /** Empty for a campaign of kind COMPETENCE or SEVERAL, which has none. */
    Optional<CampaignSettings> settings(UUID campaignId);

    /** How many took part in each of these campaigns, teachers' tries aside; one without anybody is absent. */
    Map<UUID, Counts> counts(Collection<UUID> campaigns);

    /** How many of a course's campaigns are wanted. */
    int count(UUID course, Wanted wanted);

    /** Those campaigns, in the order wanted. */
    List<Listed> list(UUID course, Wanted wanted, int offset, int limit);

    /** Who made campaigns of the course. */
    List<PersonId> creators(UUID course);

    /** The campaign of a code, however it is written in capitals. */
    Optional<UUID> ofCode(String code);

    /** Takes the place of what was decided; false when somebody else did meanwhile. @param after its version as read */
    boolean edit(UUID campaignId, @Nullable String title, CampaignSettings after);

    /** Archives or restores it. @param at absent to restore */
    void archive(UUID campaignId, PersonId by, @Nullable Instant at);

    /**
     * Which of a course's campaigns to list.
     *
     * @param words a part of the name, whatever its case and accents; empty for any
     * @param creator absent for anybody
     * @param archived whether the archived ones, else the active ones
     */
    record Wanted(String words, @Nullable PersonId creator, boolean archived, Sort sort) {

        /** All active ones, the newest first. */
        public static final Wanted ACTIVE = new Wanted("", null, false, Sort.NEWEST);
    }

    /** The order of a list. */
    enum Sort {
        NEWEST, NAME
    }

    /** @param archivedAt absent while it is active */
    record Listed(UUID id, Campaign.Kind kind, String name, String code, PersonId createdBy, Instant createdAt,
            @Nullable Instant archivedAt) {}
}
