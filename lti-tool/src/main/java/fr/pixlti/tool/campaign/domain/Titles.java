package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.content.ContentRelease;
import java.util.Locale;
import java.util.Optional;

/** What pupils read as the name of a campaign that a teacher made. */
public final class Titles {

    private Titles() {}

    /** Its title; without one its path's name; without that what the teacher calls it. */
    public static String of(Campaign campaign, CampaignSettings settings, ContentRelease release, Locale locale) {
        String title = campaign.title();
        if (title != null && !title.isBlank()) {
            return title;
        }
        return path(settings, release, locale).orElse(settings.name());
    }

    /** Its path's name; empty for a collection, one composed topic by topic, and one that is gone from the catalogue. */
    public static Optional<String> path(CampaignSettings settings, ContentRelease release, Locale locale) {
        return Optional.ofNullable(settings.profile()).flatMap(release::targetProfile)
                .map(profile -> profile.name().in(locale));
    }
}
