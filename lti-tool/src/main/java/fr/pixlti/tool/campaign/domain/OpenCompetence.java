package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Framework;
import fr.pixlti.tool.lti.Target;
import fr.pixlti.tool.lti.spi.ActivityProvider;
import fr.pixlti.tool.shared.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Offers a test of one competence to links: {@code competence:1.1}; of several, teachers make a campaign. */
@Component
class OpenCompetence implements ActivityProvider {

    static final String KIND = "competence";

    private final Campaigns campaigns;
    private final EnterCampaign enterCampaign;
    private final DescribeTest describeTest;
    private final Copies copies;
    private final ContentApi content;
    private final Ids ids;

    OpenCompetence(Campaigns campaigns, EnterCampaign enterCampaign, DescribeTest describeTest, Copies copies,
            ContentApi content, Ids ids) {
        this.campaigns = campaigns;
        this.copies = copies;
        this.enterCampaign = enterCampaign;
        this.describeTest = describeTest;
        this.content = content;
        this.ids = ids;
    }

    @Override
    public boolean provides(String kind) {
        return KIND.equals(kind);
    }

    @Override
    public boolean exists(Target target) {
        return content.current().hasTest(target.value());
    }

    @Override
    public String open(Opening opening) {
        UUID course = EnterCampaign.course(opening);
        Instant now = enterCampaign.now();
        UUID campaign = campaigns.ofLink(opening.linkId(), course, opening.target().value(), now);
        return enterCampaign.handle(campaign, opening, now);
    }

    @Override
    public Optional<String> review(Reviewing reviewing) {
        return campaigns.madeOfLink(reviewing.linkId(), reviewing.target().value())
                .flatMap(campaign -> enterCampaign.review(campaign, reviewing));
    }

    /** The copy begins fresh; its teacher is asked on the page of its results. */
    @Override
    public void copied(Copied copied) {
        copies.add(copied.linkId(), copied.originLinkId());
    }

    @Override
    public List<PickerEntry> pickerEntries(@Nullable UUID courseId, Locale locale) {
        ContentRelease release = content.current();
        List<PickerEntry> entries = new ArrayList<>();
        for (Framework framework : release.frameworks()) {
            for (Framework.Area area : framework.areas()) {
                for (Framework.Competence competence : area.competences()) {
                    if (release.hasTest(competence.code())) {
                        entries.add(new PickerEntry(new Target(KIND, competence.code()),
                                area.code() + ". " + area.name(locale),
                                competence.code() + " " + competence.name(locale),
                                competence.description(locale)));
                    }
                }
            }
        }
        return entries;
    }

    @Override
    public Offer offer(Target target, Locale locale) {
        return describeTest.offerOne(target.value(), locale);
    }

    @Override
    public Preview preview(Target target, Locale locale) {
        return describeTest.previewOne(target.value(), locale);
    }

    @Override
    public Optional<Offer> offerTogether(List<Target> targets, Locale locale) {
        List<String> competences = competences(targets);
        return competences.size() < Campaign.FEWEST || competences.size() > Campaign.MOST
                ? Optional.empty()
                : Optional.of(describeTest.offerSeveral(null, null, competences, locale));
    }

    @Override
    public Target makeTogether(List<Target> targets, String title, UUID courseId) {
        Campaign campaign = new Campaign(ids.next(), Campaign.Kind.SEVERAL, title, competences(targets), courseId,
                null);
        campaigns.add(campaign, enterCampaign.now());
        return OpenCampaign.target(campaign.id());
    }

    /** In the framework's order, whatever the order in which they were ticked. */
    private List<String> competences(List<Target> targets) {
        return pickerEntries(null, Locale.FRENCH).stream().map(PickerEntry::target).filter(targets::contains)
                .map(Target::value).toList();
    }
}
