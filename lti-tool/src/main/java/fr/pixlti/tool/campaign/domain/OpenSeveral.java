package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.lti.Target;
import fr.pixlti.tool.lti.spi.ActivityProvider;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens a test of several competences that a teacher made: {@code campaign:<id>}. */
@Component
class OpenSeveral implements ActivityProvider {

    private static final String KIND = "campaign";

    private final Campaigns campaigns;
    private final EnterCampaign enterCampaign;
    private final DescribeTest describeTest;
    private final Copies copies;

    OpenSeveral(Campaigns campaigns, EnterCampaign enterCampaign, DescribeTest describeTest, Copies copies) {
        this.campaigns = campaigns;
        this.enterCampaign = enterCampaign;
        this.describeTest = describeTest;
        this.copies = copies;
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
        UUID campaign = campaigns.ofNamed(opening.linkId(), named(opening.target()).orElseThrow(), course, now);
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

    /** They are made in the dialogue itself, of the competences on offer there. */
    @Override
    public List<PickerEntry> pickerEntries(Locale locale) {
        return List.of();
    }

    @Override
    public Offer offer(Target target, Locale locale) {
        Campaign campaign = named(target).orElseThrow();
        return describeTest.offerSeveral(campaign.title(), campaign.id().toString(), campaign.competences(), locale);
    }

    @Override
    public Preview preview(Target target, Locale locale) {
        Campaign campaign = named(target).orElseThrow();
        return describeTest.previewSeveral(offer(target, locale), campaign.competences(), locale);
    }

    private Optional<Campaign> named(Target target) {
        try {
            return campaigns.find(UUID.fromString(target.value())).filter(Campaign::several);
        } catch (IllegalArgumentException e) {
            // No id at all: no campaign has it.
            return Optional.empty();
        }
    }
}
