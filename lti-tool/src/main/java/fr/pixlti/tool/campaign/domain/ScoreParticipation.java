package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.assessment.AssessmentApi;
import fr.pixlti.tool.assessment.events.AssessmentCompleted;
import fr.pixlti.tool.campaign.events.ParticipationScored;
import fr.pixlti.tool.lti.LtiApi;
import fr.pixlti.tool.lti.LtiApi.Link;
import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.people.PeopleApi;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * When a test ends, its participation is completed and has a score: pix out of 8 × the maximum level (DESIGN §5). Beside
 * it goes the level of each competence, for teachers who chose columns for them.
 */
@Component
class ScoreParticipation {

    private static final int PIX_PER_LEVEL = 8;

    private final Campaigns campaigns;
    private final AssessmentApi assessments;
    private final PeopleApi people;
    private final LtiApi lti;
    private final NameLevels levels;
    private final ApplicationEventPublisher events;
    private final MessageSource messages;

    ScoreParticipation(Campaigns campaigns, AssessmentApi assessments, PeopleApi people, LtiApi lti,
            NameLevels levels, ApplicationEventPublisher events, MessageSource messages) {
        this.campaigns = campaigns;
        this.assessments = assessments;
        this.people = people;
        this.lti = lti;
        this.levels = levels;
        this.events = events;
        this.messages = messages;
    }

    @EventListener
    void completed(AssessmentCompleted done) {
        int maxLevel = assessments.scorecard(done.person(), done.competence()).maxLevel();
        // What a person knows of a competence is the same in every course that asks: each column follows.
        for (Participation participation : campaigns.scoredBy(done.assessmentId(), done.person(), done.competence())) {
            campaigns.completed(participation.id(), done.pix(), done.level(), done.at());
            Campaign campaign = campaigns.find(participation.campaignId()).orElseThrow();
            // A teacher who tries the test has no row in the gradebook.
            if (people.roleIn(done.person(), campaign.courseId()) == LtiRole.LEARNER) {
                events.publishEvent(scored(participation, campaign, done, maxLevel));
            }
        }
    }

    private ParticipationScored scored(Participation participation, Campaign campaign, AssessmentCompleted done,
            int maxLevel) {
        // The gradebook is the teacher's: its words are in the course's language, whatever the pupil's.
        Locale language = lti.link(campaign.linkId()).map(Link::language).orElse(Locale.FRENCH);
        String comment = messages.getMessage("campaign.score-comment", new Object[]{done.level(), done.pix()},
                language);
        return new ParticipationScored(participation.id(), campaign.linkId(), done.person(),
                BigDecimal.valueOf(done.pix()), BigDecimal.valueOf((long) PIX_PER_LEVEL * maxLevel), comment, done.at(),
                OpenCompetence.KIND + ":" + campaign.competence(),
                List.of(levels.of(done.competence(), done.level(), maxLevel, done.pix(), language)));
    }
}
