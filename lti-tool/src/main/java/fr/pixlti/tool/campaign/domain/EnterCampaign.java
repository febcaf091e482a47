package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.lti.spi.ActivityProvider.Opening;
import fr.pixlti.tool.lti.spi.ActivityProvider.Reviewing;
import fr.pixlti.tool.people.PeopleApi;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which page of a campaign a link leads to: by role, or to one person's work. */
@Component
class EnterCampaign {

    private final Campaigns campaigns;
    private final MadeCampaigns made;
    private final Participate participate;
    private final PeopleApi people;
    private final Clock clock;

    EnterCampaign(Campaigns campaigns, MadeCampaigns made, Participate participate, PeopleApi people, Clock clock) {
        this.campaigns = campaigns;
        this.made = made;
        this.participate = participate;
        this.people = people;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** The course of a launch. @throws DomainError {@code campaign.no-course} when it has none */
    static UUID course(Opening opening) {
        UUID course = opening.courseId();
        if (course == null) {
            throw new DomainError("campaign.no-course", DomainError.Kind.INVALID);
        }
        return course;
    }

    /** Path of the page for the person's role; learners get a participation. */
    String handle(UUID campaign, Opening opening, Instant now) {
        Campaign entered = campaigns.find(campaign).orElseThrow();
        return switch (opening.role()) {
            case LEARNER -> learner(entered, opening.person(), now);
            case INSTRUCTOR -> "/campaigns/" + campaign + (entered.made() ? "" : "/results");
            default -> "/campaigns/" + campaign + "/about";
        };
    }

    /** An archived campaign takes nobody any more. */
    private String learner(Campaign entered, PersonId person, Instant now) {
        boolean closed = entered.made() && made.settings(entered.id()).orElseThrow().archived();
        return closed
                ? campaigns.participationOf(entered.id(), person).map(own -> "/participations/" + own.id())
                        .orElse("/campaigns/" + entered.id() + "/about")
                : "/participations/" + participate.handle(entered, person, now);
    }

    /**
     * Path of the page on which a teacher sees somebody's work; empty when there is none.
     *
     * @throws DomainError {@code campaign.not-found} for anyone but a teacher of the campaign's course
     */
    Optional<String> review(UUID campaignId, Reviewing reviewing) {
        Campaign campaign = campaigns.find(campaignId)
                .filter(found -> people.roleIn(reviewing.teacher(), found.courseId()) == LtiRole.INSTRUCTOR)
                .orElseThrow(() -> DomainError.notFound("campaign.not-found"));
        return campaigns.participationOf(campaign.id(), reviewing.person())
                .map(participation -> "/campaigns/" + campaign.id()
                        + (campaign.made() ? "/participants/" : "/participations/") + participation.id());
    }
}
