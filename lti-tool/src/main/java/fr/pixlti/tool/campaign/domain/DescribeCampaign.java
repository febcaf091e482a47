package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.assessment.AssessmentApi;
import fr.pixlti.tool.campaign.domain.made.Paths;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.TargetProfile;
import fr.pixlti.tool.lti.Columns;
import fr.pixlti.tool.lti.spi.ActivityProvider.Contents;
import fr.pixlti.tool.lti.spi.ActivityProvider.Offer;
import fr.pixlti.tool.lti.spi.ActivityProvider.Preview;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what a campaign is, or a path of which one is to be made, to the teacher who chooses it for a link. */
@Component
class DescribeCampaign {

    private static final long PIX_PER_LEVEL = 8;
    /** A path's score is its mastery in percent. */
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private final Paths paths;
    private final ContentApi content;
    private final AssessmentApi assessments;
    private final MessageSource messages;

    DescribeCampaign(Paths paths, ContentApi content, AssessmentApi assessments, MessageSource messages) {
        this.paths = paths;
        this.content = content;
        this.assessments = assessments;
        this.messages = messages;
    }

    Offer offer(Campaign campaign, CampaignSettings settings, Locale locale) {
        String title = Titles.of(campaign, settings, content.current(), locale);
        CampaignTarget target = settings.target();
        if (target == null) {
            return offerCollection(title, campaign.id().toString(), locale);
        }
        Paths.Figures figures = paths.figures(target);
        return new Offer(title, figures(figures, locale), PERCENT, campaign.id().toString(),
                columns(campaign.kind(), figures));
    }

    /** A campaign that is still to be made of a path. */
    Offer offerPath(TargetProfile profile, Locale locale) {
        Paths.Figures figures = paths.figures(profile);
        return new Offer(profile.name().in(locale), profile.description().in(locale), PERCENT, null,
                columns(Campaign.Kind.ASSESSMENT, figures));
    }

    /** @param resourceId absent for one that is still to be made */
    Offer offerCollection(String title, @Nullable String resourceId, Locale locale) {
        long competences = content.current().profileAreas().stream().mapToLong(area -> area.competences().size())
                .sum();
        return new Offer(title, messages.getMessage("campaign.made.for-help.COLLECTION", null, locale),
                BigDecimal.valueOf(PIX_PER_LEVEL * assessments.maxLevel() * competences), resourceId,
                EnumSet.allOf(Columns.class));
    }

    /** An exam says nothing of the profile, hence of no level. */
    private static Set<Columns> columns(Campaign.Kind kind, Paths.Figures figures) {
        if (kind == Campaign.Kind.EXAM) {
            return EnumSet.of(Columns.SCORE);
        }
        long areas = figures.parts().stream().map(Paths.Part::area).distinct().count();
        return areas > 1 ? EnumSet.allOf(Columns.class) : EnumSet.of(Columns.SCORE, Columns.COMPETENCES);
    }

    Preview preview(Campaign campaign, CampaignSettings settings, Locale locale) {
        Offer offer = offer(campaign, settings, locale);
        CampaignTarget target = settings.target();
        return target == null
                ? previewCollection(offer, locale)
                : preview(offer, paths.figures(target), campaign.kind(), locale);
    }

    Preview previewPath(TargetProfile profile, Locale locale) {
        return preview(offerPath(profile, locale), paths.figures(profile), Campaign.Kind.ASSESSMENT, locale);
    }

    Preview previewCollection(Offer offer, Locale locale) {
        return new Preview(offer.title(), offer.description(), List.of(), List.of(), null);
    }

    private Preview preview(Offer offer, Paths.Figures figures, Campaign.Kind kind, Locale locale) {
        ContentRelease release = content.current();
        List<String> facts = new ArrayList<>();
        facts.add(messages.getMessage("campaign.made.for-help." + kind, null, locale));
        facts.add(figures(figures, locale));
        if (figures.stars() > 0) {
            facts.add(messages.getMessage("campaign.made.stars", new Object[]{figures.stars()}, locale));
        }
        facts.add(messages.getMessage("campaign.preview.pause", null, locale));
        return new Preview(offer.title(), offer.description(), facts, figures.parts().stream()
                .map(part -> new Contents(part.competence().code() + " " + part.competence().name(locale),
                        part.topics().stream().map(each -> release.topic(each.topic()).title()).toList()))
                .toList(), null);
    }

    private String figures(Paths.Figures figures, Locale locale) {
        return messages.getMessage("campaign.made.figures",
                new Object[]{figures.topics(), figures.skills(), figures.highest()}, locale);
    }
}
