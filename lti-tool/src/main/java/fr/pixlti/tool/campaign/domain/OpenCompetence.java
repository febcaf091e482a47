package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Framework;
import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.lti.Target;
import fr.pixlti.tool.lti.spi.ActivityProvider;
import fr.pixlti.tool.shared.DomainError;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Offers a test of one competence to links: {@code competence:1.1}. */
@Component
class OpenCompetence implements ActivityProvider {

    static final String KIND = "competence";

    private final Campaigns campaigns;
    private final Copies copies;
    private final ContentApi content;
    private final Clock clock;

    OpenCompetence(Campaigns campaigns, Copies copies, ContentApi content, Clock clock) {
        this.campaigns = campaigns;
        this.copies = copies;
        this.content = content;
        this.clock = clock;
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
        UUID course = opening.courseId();
        if (course == null) {
            throw new DomainError("campaign.no-course", DomainError.Kind.INVALID);
        }
        Instant now = clock.instant();
        UUID campaign = campaigns.ofLink(opening.linkId(), course, opening.target().value(), now);
        if (opening.role() != LtiRole.LEARNER) {
            return "/campaigns/" + campaign + (opening.role() == LtiRole.INSTRUCTOR ? "/results" : "/about");
        }
        return "/participations/" + campaigns.participation(campaign, opening.person(), now);
    }

    /** The copy begins fresh; its teacher is asked on the page of its results. */
    @Override
    public void copied(Copied copied) {
        copies.add(copied.linkId(), copied.originLinkId());
    }

    @Override
    public List<PickerEntry> pickerEntries(Locale locale) {
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
}
