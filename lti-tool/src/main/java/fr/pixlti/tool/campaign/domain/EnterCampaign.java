package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.lti.spi.ActivityProvider.Opening;
import fr.pixlti.tool.lti.spi.ActivityProvider.Reviewing;
import fr.pixlti.tool.people.PeopleApi;
import fr.pixlti.tool.shared.DomainError;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which page of a campaign a link leads to: by role, or to one person's work. */
@Component
class EnterCampaign {

    private final Campaigns campaigns;
    private final Participate participate;
    private final PeopleApi people;
    private final Clock clock;

    EnterCampaign(Campaigns campaigns, Participate participate, PeopleApi people, Clock clock) {
        this.campaigns = campaigns;
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
            case LEARNER -> "/participations/" + participate.handle(entered, opening.person(), now);
            case INSTRUCTOR -> "/campaigns/" + campaign + (entered.made() ? "" : "/results");
            default -> "/campaigns/" + campaign + "/about";
        };
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
