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
import fr.pixlti.tool.campaign.domain.results.Outcome;
import fr.pixlti.tool.shared.PersonId;
import java.util.HashSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private final MadeCampaigns made;
    private final Sendings sendings;
    private final ReckonResults results;
    private final AssessmentApi assessments;
    private final PeopleApi people;
    private final LtiApi lti;
    private final NameLevels levels;
    private final ApplicationEventPublisher events;
    private final MessageSource messages;

    ScoreSending(Campaigns campaigns, MadeCampaigns made, Sendings sendings, ReckonResults results,
            AssessmentApi assessments, PeopleApi people, LtiApi lti,
            NameLevels levels, ApplicationEventPublisher events, MessageSource messages) {
        this.campaigns = campaigns;
        this.made = made;
        this.sendings = sendings;
        this.results = results;
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
        if (people.roleIn(participation.person(), campaign.courseId()) == LtiRole.LEARNER) {
            publish(campaign, settings, participation, sending.sent(), sending.pix(), campaigns.links(campaign));
        }
    }

    /** A link leads here from now on: what the learners of the course sent before belongs in its column too. */
    void linked(Campaign campaign, UUID linkId) {
        List<Campaign.Linked> link = campaigns.links(campaign).stream().filter(each -> each.linkId().equals(linkId))
                .toList();
        CampaignSettings settings = made.settings(campaign.id()).orElseThrow();
        Set<PersonId> learners = new HashSet<>(people.learners(campaign.courseId()));
        for (Participation participation : campaigns.participations(campaign.id())) {
            Participation.Sent sent = participation.sent();
            if (sent != null && learners.contains(participation.person())) {
                boolean collection = campaign.kind() == Campaign.Kind.COLLECTION;
                publish(campaign, settings, participation, sent, collection ? participation.pix() : null, link);
            }
        }
    }

    /** @param pix of a collection, absent otherwise */
    private void publish(Campaign campaign, CampaignSettings settings, Participation participation,
            Participation.Sent sent, @Nullable Integer pix, List<Campaign.Linked> links) {
        int maxLevel = assessments.maxLevel();
        List<Scorecard> profile = assessments.profile(participation.person());
        CampaignTarget target = settings.target();
        Outcome tested = target == null ? null : results.of(target, Set.of(), Set.of()).outcome();
        // An exam says nothing of the profile.
        List<Scorecard> known = campaign.kind() == Campaign.Kind.EXAM ? List.of() : concerned(tested, profile);
        for (Campaign.Linked link : links) {
            Locale language = lti.link(link.linkId()).map(LtiApi.Link::language).orElse(Locale.FRENCH);
            List<CompetenceLevel> named = known.stream().map(
                    each -> levels.of(each.competence(), each.level(), maxLevel, each.pix(), language)).toList();
            int given = pix != null ? pix : Objects.requireNonNullElse(sent.mastery(), 0);
            long maximum = pix != null ? PIX_PER_LEVEL * maxLevel * profile.size() : 100;
            events.publishEvent(new ParticipationScored(participation.id(), link.linkId(), participation.person(),
                    BigDecimal.valueOf(given), BigDecimal.valueOf(maximum),
                    comment(target, sent, tested, pix, language), sent.at(), link.resourceId(), named));
        }
    }

    private static List<Scorecard> concerned(@Nullable Outcome tested, List<Scorecard> profile) {
        if (tested == null) {
            return profile;
        }
        Set<String> competences = tested.byCompetence().stream().map(PartResult::code).collect(Collectors.toSet());
        return profile.stream().filter(each -> competences.contains(each.competence())).toList();
    }

    private String comment(@Nullable CampaignTarget target, Participation.Sent sent, @Nullable Outcome tested,
            @Nullable Integer pix, Locale language) {
        if (target == null || tested == null) {
            return messages.getMessage("campaign.made.score-comment.profile",
                    new Object[]{Objects.requireNonNullElse(pix, 0),
                        Objects.requireNonNullElse(sent.certifiableCompetences(), 0)},
                    language);
        }
        String sentence = messages.getMessage("campaign.made.score-comment",
                new Object[]{Objects.requireNonNullElse(sent.mastery(), 0),
                    Objects.requireNonNullElse(sent.validated(), 0), tested.target().skills()},
                language);
        Integer stars = sent.stage();
        return stars == null
                ? sentence
                : "★".repeat(stars) + "☆".repeat(Math.max(0, target.stars() - stars)) + " " + sentence;
    }
}
