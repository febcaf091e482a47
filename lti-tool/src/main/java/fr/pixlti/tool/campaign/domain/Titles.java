package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.content.ContentRelease;
import java.util.Locale;

/** What pupils read as the name of a campaign that a teacher made. */
public final class Titles {

    private Titles() {}

    /** Its title; without one its path's name; without that what the teacher calls it. */
    public static String of(Campaign campaign, CampaignSettings settings, ContentRelease release, Locale locale) {
        String title = campaign.title();
        if (title != null && !title.isBlank()) {
            return title;
        }
        String profile = settings.profile();
        return profile == null
                ? settings.name()
                : release.targetProfile(profile).map(found -> found.name().in(locale)).orElse(settings.name());
    }
}
