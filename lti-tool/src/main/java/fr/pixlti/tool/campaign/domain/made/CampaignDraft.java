package fr.pixlti.tool.campaign.domain.made;

import fr.pixlti.tool.campaign.domain.Campaign.Kind;
import fr.pixlti.tool.content.TargetProfile.CappedTopic;
import java.util.List;

/**
 * What a teacher wants a campaign to be, not checked yet (pix.md §2).
 *
 * @param kind ASSESSMENT, EXAM or COLLECTION
 * @param profile id of a path in the catalogue, empty for none; counts for {@code source} CATALOGUE
 * @param topics count for {@code source} COMPOSED
 * @param title for pupils, empty for none
 * @param landingText Markdown, empty for none
 * @param resultText the same
 * @param externalIdLabel empty when nothing is asked
 */
public record CampaignDraft(Kind kind, String name, Source source, String profile, List<CappedTopic> topics,
        String title, String landingText, String resultText, boolean multipleSendings, String externalIdLabel) {

    /** Where the topics come from; a collection has none. */
    public enum Source {
        CATALOGUE, COMPOSED
    }

    public CampaignDraft {
        topics = List.copyOf(topics);
        name = name.strip();
        title = title.strip();
        externalIdLabel = externalIdLabel.strip();
        // Browsers send lines ended by two characters.
        landingText = landingText.replace("\r\n", "\n").strip();
        resultText = resultText.replace("\r\n", "\n").strip();
    }

    /** A campaign of a path with nothing said beside its name, which pupils read too. */
    public static CampaignDraft ofPath(String profile, String name) {
        return new CampaignDraft(Kind.ASSESSMENT, name, Source.CATALOGUE, profile, List.of(), name, "", "", false, "");
    }

    /** A collection of profiles with nothing said beside its name. */
    public static CampaignDraft collection(String name) {
        return new CampaignDraft(Kind.COLLECTION, name, Source.CATALOGUE, "", List.of(), "", "", "", false, "");
    }
}
