package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.campaign.domain.Campaign.Kind;
import fr.pixlti.tool.campaign.domain.made.CampaignDraft;
import fr.pixlti.tool.campaign.domain.made.CampaignDraft.Source;
import fr.pixlti.tool.content.TargetProfile.CappedTopic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form of a campaign, as the browser sends it.
 *
 * @param topics each {@code topic:level}; blank for one that is not meant
 * @param q words looked for in the catalogue
 */
record CampaignForm(@Nullable Kind kind, @Nullable String name, @Nullable Source source, @Nullable String profile,
        @Nullable List<String> topics, @Nullable String title, @Nullable String landingText,
        @Nullable String resultText, @Nullable Boolean multipleSendings, @Nullable String externalIdLabel,
        @Nullable String q) {

    private static final Pattern TOPIC = Pattern.compile("(.+):([1-9])");

    CampaignDraft draft() {
        return draft(kind == null ? Kind.ASSESSMENT : kind);
    }

    /** Of a campaign of this kind. A collection has no title: its field is not shown, and what it holds is left aside. */
    CampaignDraft draft(Kind its) {
        return new CampaignDraft(its, text(name), source == null ? Source.CATALOGUE : source, text(profile), capped(),
                its == Kind.COLLECTION ? "" : text(title), text(landingText), text(resultText),
                Boolean.TRUE.equals(multipleSendings),
                text(externalIdLabel));
    }

    private List<CappedTopic> capped() {
        List<CappedTopic> capped = new ArrayList<>();
        for (String each : topics == null ? List.<String>of() : topics) {
            if (!each.isBlank()) {
                Matcher matcher = TOPIC.matcher(each);
                // What is no topic is left to the check of the draft, which knows none like it.
                capped.add(matcher.matches()
                        ? new CappedTopic(matcher.group(1), Integer.parseInt(matcher.group(2)))
                        : new CappedTopic(each, 0));
            }
        }
        return capped;
    }

    /** The level chosen of each topic. */
    Map<String, Integer> levels() {
        Map<String, Integer> levels = new LinkedHashMap<>();
        capped().forEach(each -> levels.put(each.topic(), each.maxLevel()));
        return levels;
    }

    String words() {
        return text(q).strip();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
