package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.assessment.AssessmentApi;
import fr.pixlti.tool.assessment.AssessmentApi.Scorecard;
import fr.pixlti.tool.assessment.events.PathCompleted;
import fr.pixlti.tool.campaign.domain.Sendings.Sending;
import fr.pixlti.tool.campaign.domain.results.PartResult;
import fr.pixlti.tool.campaign.events.ParticipationScored;
import fr.pixlti.tool.campaign.events.ParticipationScored.CompetenceLevel;
import fr.pixlti.tool.lti.LtiApi;
import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.people.PeopleApi;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What a campaign that a teacher made gives back to the gradebook, and when: the mastery in percent, of a collection the
 * pix of the profile, when the pupil sends (DESIGN §5); nothing when the test ends.
 */
@Component
class ScoreSending {

    private static final long PIX_PER_LEVEL = 8;

    private final Campaigns campaigns;
    private final Sendings sendings;
    private final AssessmentApi assessments;
    private final PeopleApi people;
    private final LtiApi lti;
    private final NameLevels levels;
    private final ApplicationEventPublisher events;
    private final MessageSource messages;

    ScoreSending(Campaigns campaigns, Sendings sendings, AssessmentApi assessments, PeopleApi people, LtiApi lti,
            NameLevels levels, ApplicationEventPublisher events, MessageSource messages) {
        this.campaigns = campaigns;
        this.sendings = sendings;
        this.assessments = assessments;
        this.people = people;
        this.lti = lti;
        this.levels = levels;
        this.events = events;
        this.messages = messages;
    }

    @EventListener
    void completed(PathCompleted done) {
        sendings.completed(done.assessmentId(), done.person(), done.at());
    }

    /** Every link that leads here has columns of its own, in the words of its course. */
    void sent(Campaign campaign, CampaignSettings settings, Participation participation, Sending sending) {
        // A teacher who tries the campaign has no row in the gradebook, nor has who joined it from elsewhere.
        if (people.roleIn(participation.person(), campaign.courseId()) != LtiRole.LEARNER) {
            return;
        }
        int maxLevel = assessments.maxLevel();
        // An exam says nothing of the profile.
        List<Scorecard> known = campaign.kind() == Campaign.Kind.EXAM
                ? List.of()
                : concerned(sending, assessments.profile(participation.person()));
        for (Campaign.Linked link : campaigns.links(campaign)) {
            Locale language = lti.link(link.linkId()).map(LtiApi.Link::language).orElse(Locale.FRENCH);
            List<CompetenceLevel> named = known.stream().map(
                    each -> levels.of(each.competence(), each.level(), maxLevel, each.pix(), language)).toList();
            events.publishEvent(new ParticipationScored(participation.id(), link.linkId(), participation.person(),
                    BigDecimal.valueOf(given(sending)),
                    BigDecimal
                            .valueOf(sending.pix() != null ? PIX_PER_LEVEL * maxLevel * sending.levels().size() : 100),
                    comment(settings, sending, language), sending.sent().at(), link.resourceId(), named));
        }
    }

    /** The pix of a collection, otherwise the mastery, of which one is always there. */
    private static int given(Sending sending) {
        Integer mastery = sending.sent().mastery();
        return sending.pix() != null ? sending.pix() : Objects.requireNonNull(mastery);
    }

    private static List<Scorecard> concerned(Sending sending, List<Scorecard> profile) {
        if (sending.outcome() == null) {
            return profile;
        }
        Set<String> tested = sending.outcome().byCompetence().stream().map(PartResult::code)
                .collect(Collectors.toSet());
        return profile.stream().filter(each -> tested.contains(each.competence())).toList();
    }

    private String comment(CampaignSettings settings, Sending sending, Locale language) {
        if (sending.outcome() == null) {
            return messages.getMessage("campaign.made.score-comment.profile",
                    new Object[]{sending.pix(), sending.sent().certifiableCompetences()}, language);
        }
        Integer stars = sending.sent().stage();
        String sentence = messages.getMessage("campaign.made.score-comment",
                new Object[]{sending.sent().mastery(), sending.sent().validated(),
                    sending.outcome().target().skills()},
                language);
        int of = settings.target() == null ? 0 : settings.target().stars();
        return stars == null ? sentence : "★".repeat(stars) + "☆".repeat(Math.max(0, of - stars)) + " " + sentence;
    }
}
