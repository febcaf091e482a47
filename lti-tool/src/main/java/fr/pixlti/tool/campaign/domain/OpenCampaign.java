package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.campaign.domain.MadeCampaigns.Listed;
import fr.pixlti.tool.campaign.domain.MadeCampaigns.Wanted;
import fr.pixlti.tool.lti.Target;
import fr.pixlti.tool.lti.spi.ActivityProvider;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Opens what a teacher made, a test of several competences or a campaign: {@code campaign:<id>}. */
@Component
class OpenCampaign implements ActivityProvider {

    private static final String KIND = "campaign";
    /** More than a course has; a dialogue can be searched. */
    private static final int MOST_OFFERED = 200;
    /** More than that are folded. */
    private static final int MOST_OPEN = 10;

    private final Campaigns campaigns;
    private final MadeCampaigns made;
    private final CampaignCodes codes;
    private final EnterCampaign enterCampaign;
    private final ScoreSending scoreSending;
    private final DescribeTest describeTest;
    private final DescribeCampaign describeCampaign;
    private final Copies copies;
    private final MessageSource messages;

    OpenCampaign(Campaigns campaigns, MadeCampaigns made, CampaignCodes codes, EnterCampaign enterCampaign,
            ScoreSending scoreSending,
            DescribeTest describeTest, DescribeCampaign describeCampaign, Copies copies, MessageSource messages) {
        this.campaigns = campaigns;
        this.made = made;
        this.codes = codes;
        this.enterCampaign = enterCampaign;
        this.scoreSending = scoreSending;
        this.describeTest = describeTest;
        this.describeCampaign = describeCampaign;
        this.copies = copies;
        this.messages = messages;
    }

    static Target target(UUID campaignId) {
        return new Target(KIND, campaignId.toString());
    }

    @Override
    public boolean provides(String kind) {
        return KIND.equals(kind);
    }

    @Override
    public boolean exists(Target target) {
        return named(target).isPresent();
    }

    @Override
    public String open(Opening opening) {
        UUID course = EnterCampaign.course(opening);
        Instant now = enterCampaign.now();
        Campaign target = named(opening.target()).orElseThrow();
        boolean known = campaigns.openedOfNamed(opening.linkId(), target.id()).isPresent();
        UUID campaign = campaigns.ofNamed(opening.linkId(), target, course, codes::next, now);
        if (!known && target.made()) {
            scoreSending.linked(campaigns.find(campaign).orElseThrow(), opening.linkId());
        }
        return enterCampaign.handle(campaign, opening, now);
    }

    @Override
    public Optional<String> review(Reviewing reviewing) {
        return campaigns.openedOfNamed(reviewing.linkId(), named(reviewing.target()).orElseThrow().id())
                .flatMap(campaign -> enterCampaign.review(campaign, reviewing));
    }

    /** As of one competence: the copy begins fresh, and its teacher is asked on the page of its results. */
    @Override
    public void copied(Copied copied) {
        copies.add(copied.linkId(), copied.originLinkId());
    }

    /** The campaigns of the course that are not archived; tests of several are made in the dialogue itself. */
    @Override
    public List<PickerEntry> pickerEntries(@Nullable UUID courseId, Locale locale) {
        if (courseId == null) {
            return List.of();
        }
        String heading = messages.getMessage("campaign.made.all", null, locale);
        List<Listed> own = made.list(courseId, Wanted.ACTIVE, 0, MOST_OFFERED);
        return own.stream().map(each -> new PickerEntry(target(each.id()), heading, each.name(),
                messages.getMessage("campaign.made.entry", new Object[]{messages
                        .getMessage("campaign.made.kind." + each.kind(), null, locale),
                    each.code()}, locale),
                own.size() > MOST_OPEN)).toList();
    }

    @Override
    public List<MakingPage> makingPages(UUID courseId, Locale locale) {
        return List.of(new MakingPage(messages.getMessage("campaign.made.new", null, locale),
                "/courses/" + courseId + "/campaigns/new"));
    }

    /** @throws DomainError {@code campaign.not-found} for a campaign of another course, which no teacher was offered here */
    @Override
    public Target chosen(Target target, String title, UUID courseId, PersonId teacher, Locale locale) {
        return named(target).filter(campaign -> campaign.courseId().equals(courseId)).map(campaign -> target)
                .orElseThrow(() -> DomainError.notFound("campaign.not-found"));
    }

    @Override
    public Offer offer(Target target, Locale locale) {
        Campaign campaign = named(target).orElseThrow();
        return campaign.made()
                ? describeCampaign.offer(campaign, made.settings(campaign.id()).orElseThrow(), locale)
                : describeTest.offerSeveral(campaign.title(), campaign.id().toString(), campaign.competences(),
                        locale);
    }

    @Override
    public Preview preview(Target target, Locale locale) {
        Campaign campaign = named(target).orElseThrow();
        return campaign.made()
                ? describeCampaign.preview(campaign, made.settings(campaign.id()).orElseThrow(), locale)
                : describeTest.previewSeveral(offer(target, locale), campaign.competences(), locale);
    }

    private Optional<Campaign> named(Target target) {
        try {
            return campaigns.find(UUID.fromString(target.value()))
                    .filter(found -> found.several() || found.made());
        } catch (IllegalArgumentException e) {
            // No id at all: no campaign has it.
            return Optional.empty();
        }
    }
}
