package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a teacher decided of a campaign of kind ASSESSMENT, EXAM or COLLECTION (pix.md §2).
 *
 * @param name what teachers call it, 1 to 255 characters; pupils read the campaign's title
 * @param code by which pupils join: 6 letters and 3 digits
 * @param profile id in the catalogue of the path that it was made of; absent for a collection and for one composed topic
 *     by topic
 * @param target absent for a collection
 * @param landingText Markdown, at most 5,000 characters, empty for none
 * @param resultText the same
 * @param multipleSendings whether a result may be sent again
 * @param externalIdLabel what pupils are asked to give, absent when nothing
 * @param archivedAt absent while it is active; an archived one takes no more answers and no more results
 * @param version how often it was edited
 */
public record CampaignSettings(String name, String code, @Nullable String profile, @Nullable CampaignTarget target,
        String landingText, String resultText, boolean multipleSendings, @Nullable String externalIdLabel,
        PersonId createdBy, Instant createdAt, @Nullable Instant archivedAt, int version) {

    /** Longest landing and result text, in characters (pix.md §2). */
    public static final int LONGEST_TEXT = 5000;

    public boolean archived() {
        return archivedAt != null;
    }
}
