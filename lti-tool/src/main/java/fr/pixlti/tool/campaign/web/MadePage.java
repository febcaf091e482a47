package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.campaign.domain.CampaignSettings;
import fr.pixlti.tool.campaign.domain.CampaignTarget;
import fr.pixlti.tool.campaign.domain.MadeCampaigns;
import fr.pixlti.tool.campaign.domain.ReadMadeCampaign.Made;
import fr.pixlti.tool.campaign.domain.Titles;
import fr.pixlti.tool.campaign.domain.made.Paths;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.MarkdownText;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was decided of a campaign.
 *
 * @param link by which pupils join
 * @param target absent for a collection
 * @param title for pupils, empty for none
 * @param landingHtml safe HTML, empty for none
 * @param resultHtml the same
 * @param externalIdLabel empty when nothing is asked
 * @param creator empty when the host gave no name
 * @param standing whether it is there by itself
 */
record MadePage(UUID id, String code, String link, @Nullable Target target, String title, String landingHtml,
        String resultHtml, boolean multipleSendings, String externalIdLabel, String creator, boolean standing,
        OffsetDateTime createdAt, @Nullable OffsetDateTime archivedAt) {

    /** @param path its name in the catalogue, empty for one composed topic by topic or gone from the catalogue */
    record Target(String path, int topics, int skills, int highest, int stars, boolean attestation, List<Part> parts) {}

    /** @param topics titles, each with its highest level */
    record Part(String competence, List<Topic> topics) {}

    record Topic(String title, int level) {}

    static MadePage of(Made made, String link, ContentRelease release, Paths paths, Locale locale) {
        CampaignSettings settings = made.settings();
        return new MadePage(made.campaign().id(), settings.code(), link, target(settings, release, paths, locale),
                Objects.requireNonNullElse(made.campaign().title(), ""), MarkdownText.html(settings.landingText()),
                MarkdownText.html(settings.resultText()), settings.multipleSendings(),
                Objects.requireNonNullElse(settings.externalIdLabel(), ""), made.creator(),
                settings.createdBy().equals(MadeCampaigns.NOBODY),
                settings.createdAt().atOffset(ZoneOffset.UTC), utc(settings.archivedAt()));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Target target(CampaignSettings settings, ContentRelease release, Paths paths,
            Locale locale) {
        CampaignTarget target = settings.target();
        if (target == null) {
            return null;
        }
        Paths.Figures figures = paths.figures(target);
        return new Target(
                Titles.path(settings, release, locale).orElse(""),
                figures.topics(), figures.skills(), figures.highest(), figures.stars(), target.attestation(),
                figures.parts().stream().map(part -> part(part, release, locale)).toList());
    }

    private static Part part(Paths.Part part, ContentRelease release, Locale locale) {
        return new Part(part.competence().code() + " " + part.competence().name(locale), part.topics().stream()
                .map(each -> new Topic(release.topic(each.topic()).title(), each.maxLevel())).toList());
    }
}
