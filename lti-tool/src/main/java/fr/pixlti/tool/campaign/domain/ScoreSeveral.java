package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.assessment.AssessmentApi;
import fr.pixlti.tool.assessment.events.AssessmentCompleted;
import fr.pixlti.tool.campaign.events.ParticipationScored;
import fr.pixlti.tool.campaign.events.ParticipationScored.CompetenceLevel;
import fr.pixlti.tool.lti.LtiApi;
import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.people.PeopleApi;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * When the test of a competence ends, the tests of several that ask for it have a new score: the pix of all competences
 * done so far, out of 8 × the maximum level for each of the competences (DESIGN §5).
 */
@Component
class ScoreSeveral {

    private static final long PIX_PER_LEVEL = 8;

    private final Campaigns campaigns;
    private final Parts parts;
    private final AssessmentApi assessments;
    private final PeopleApi people;
    private final LtiApi lti;
    private final NameLevels levels;
    private final ApplicationEventPublisher events;
    private final MessageSource messages;

    ScoreSeveral(Campaigns campaigns, Parts parts, AssessmentApi assessments, PeopleApi people, LtiApi lti,
            NameLevels levels, ApplicationEventPublisher events, MessageSource messages) {
        this.campaigns = campaigns;
        this.parts = parts;
        this.assessments = assessments;
        this.people = people;
        this.lti = lti;
        this.levels = levels;
        this.events = events;
        this.messages = messages;
    }

    @EventListener
    void completed(AssessmentCompleted done) {
        for (Part part : parts.scoredBy(done.assessmentId(), done.person(), done.competence())) {
            parts.completed(part.participationId(), done.competence(), done.pix(), done.level(), done.at());
            Participation participation = campaigns.findParticipation(part.participationId()).orElseThrow();
            Campaign campaign = campaigns.find(participation.campaignId()).orElseThrow();
            List<Part> sofar = parts.of(participation.id()).stream().filter(Part::done).toList();
            int pix = sofar.stream().mapToInt(each -> Objects.requireNonNullElse(each.pix(), 0)).sum();
            boolean all = sofar.size() == campaign.competences().size();
            campaigns.progressed(participation.id(), pix, all ? done.at() : null);
            // A teacher who tries the test has no row in the gradebook.
            if (people.roleIn(done.person(), campaign.courseId()) == LtiRole.LEARNER) {
                publish(done, participation, campaign, sofar, pix);
            }
        }
    }

    /** Every link that leads here has columns of its own, in the words of its course. */
    private void publish(AssessmentCompleted done, Participation participation, Campaign campaign, List<Part> sofar,
            int pix) {
        int maxLevel = assessments.maxLevel();
        BigDecimal maximum = BigDecimal.valueOf(PIX_PER_LEVEL * maxLevel * campaign.competences().size());
        String each = sofar.stream().map(part -> part.competence() + " : " + part.level())
                .collect(Collectors.joining(", "));
        for (Campaign.Linked link : campaigns.links(campaign)) {
            Locale language = lti.link(link.linkId()).map(LtiApi.Link::language).orElse(Locale.FRENCH);
            String comment = messages.getMessage("campaign.several.score-comment", new Object[]{pix, each}, language);
            List<CompetenceLevel> named = campaign.competences().stream()
                    .flatMap(competence -> sofar.stream().filter(part -> part.competence().equals(competence)))
                    .map(part -> levels.of(part.competence(), Objects.requireNonNullElse(part.level(), 0), maxLevel,
                            Objects.requireNonNullElse(part.pix(), 0), language))
                    .toList();
            events.publishEvent(new ParticipationScored(participation.id(), link.linkId(), done.person(),
                    BigDecimal.valueOf(pix), maximum, comment, done.at(), link.resourceId(), named));
        }
    }
}
