package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.assessment.AssessmentApi;
import fr.pixlti.tool.assessment.AssessmentApi.AssessmentView;
import fr.pixlti.tool.assessment.AssessmentId;
import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.people.PeopleApi;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** A person looks at their activity, begins or resumes a test of it, improves it, starts over. */
@Component
public class TakePart {

    private final Campaigns campaigns;
    private final Parts parts;
    private final Participate participate;
    private final AssessmentApi assessments;
    private final PeopleApi people;
    private final Transactions transactions;
    private final Clock clock;

    TakePart(Campaigns campaigns, Parts parts, Participate participate, AssessmentApi assessments, PeopleApi people,
            Transactions transactions,
            Clock clock) {
        this.campaigns = campaigns;
        this.parts = parts;
        this.participate = participate;
        this.assessments = assessments;
        this.people = people;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @throws DomainError {@code campaign.not-found} for a participation that is not this person's */
    public Activity look(UUID participationId, PersonId person) {
        return transactions.call(() -> activity(participationId, person));
    }

    /**
     * Begins the test, goes on with the one under way, or begins another that improves the last.
     *
     * @param competence which of the activity's; absent for an activity of one
     * @return path of the test
     * @throws DomainError {@code campaign.not-found}; {@code campaign.too-early} before another test is allowed
     */
    public String begin(UUID participationId, @Nullable String competence, PersonId person) {
        return transactions.call(() -> {
            Activity activity = activity(participationId, person);
            Step step = activity.step(competence);
            AssessmentView running = step.running();
            if (running != null) {
                return assessments.path(running.id());
            }
            if (step.last() != null && !step.improvable(clock.instant())) {
                throw tooEarly(activity, step);
            }
            return beginTest(activity, step);
        });
    }

    /**
     * Forgets the competence and begins its test from the start.
     *
     * @param competence as for {@link #begin}
     * @throws DomainError {@code campaign.not-found}; {@code campaign.too-early} before it is allowed
     */
    public String startOver(UUID participationId, @Nullable String competence, PersonId person) {
        return transactions.call(() -> {
            Activity activity = activity(participationId, person);
            Step step = activity.step(competence);
            AssessmentView running = step.running();
            if (running != null && step.fresh()) {
                // Clicked twice: it has started over already.
                return assessments.path(running.id());
            }
            if (!step.resettable(clock.instant())) {
                throw tooEarly(activity, step);
            }
            assessments.reset(person, step.competence());
            return beginTest(activity, step);
        });
    }

    /** A teacher takes the test to know it; no score is sent. @throws DomainError {@code campaign.not-found} */
    public UUID preview(UUID campaignId, PersonId person) {
        return transactions.call(() -> {
            Campaign campaign = campaigns.find(campaignId)
                    .filter(found -> people.roleIn(person, found.courseId()) == LtiRole.INSTRUCTOR)
                    .orElseThrow(() -> DomainError.notFound("campaign.not-found"));
            return participate.handle(campaign, person, clock.instant());
        });
    }

    private String beginTest(Activity activity, Step step) {
        Participation participation = activity.participation();
        AssessmentId test = assessments.nextId();
        boolean began = activity.campaign().several()
                ? parts.began(participation.id(), step.competence(), step.assessmentId(), test.value())
                : campaigns.began(participation.id(), step.assessmentId(), test.value());
        if (!began) {
            // A double click: the other request's test is the one that counts, and a new transaction sees it.
            throw new OptimisticLockingFailureException("Begun twice: participation " + participation.id());
        }
        assessments.start(test, participation.person(), step.competence(), "/participations/" + participation.id());
        return assessments.path(test);
    }

    /**
     * Each statement sees what was committed before it (READ COMMITTED): a double click may read the participation before
     * the other request committed and the scorecard after it. Then nothing is too early, and a new transaction sees why.
     */
    private RuntimeException tooEarly(Activity seen, Step step) {
        Step now = activity(seen.participation().id(), seen.participation().person()).step(step.competence());
        return Objects.equals(now.assessmentId(), step.assessmentId())
                ? new DomainError("campaign.too-early", DomainError.Kind.CONFLICT)
                : new OptimisticLockingFailureException("Begun meanwhile: participation " + seen.participation().id());
    }

    private Activity activity(UUID participationId, PersonId person) {
        Participation participation = campaigns.findParticipation(participationId)
                .filter(found -> found.person().equals(person))
                .orElseThrow(() -> DomainError.notFound("campaign.not-found"));
        Campaign campaign = campaigns.find(participation.campaignId()).orElseThrow();
        if (campaign.made()) {
            return new Activity(participation, campaign, List.of());
        }
        if (!campaign.several()) {
            return new Activity(participation, campaign, List.of(step(participation, campaign.competence(),
                    participation.assessmentId(), participation.completedAt() != null)));
        }
        Map<String, Part> begun = parts.of(participationId).stream()
                .collect(Collectors.toMap(Part::competence, Function.identity()));
        return new Activity(participation, campaign, campaign.competences().stream().map(competence -> {
            Part part = begun.get(competence);
            return step(participation, competence, part == null ? null : part.assessmentId(),
                    part != null && part.done());
        }).toList());
    }

    private Step step(Participation participation, String competence, @Nullable UUID assessmentId, boolean done) {
        return assessmentId == null
                ? new Step(competence, null, false, null, null)
                : new Step(competence, assessmentId, done, assessments.scorecard(participation.person(), competence),
                        assessments.view(new AssessmentId(assessmentId)).orElse(null));
    }

    /** @param steps one for each competence, in the order to take them */
    public record Activity(Participation participation, Campaign campaign, List<Step> steps) {

        /** @throws DomainError {@code campaign.not-found} when the activity has no such competence */
        Step step(@Nullable String competence) {
            return steps.stream().filter(
                    step -> competence == null ? steps.size() == 1 : step.competence().equals(competence)).findFirst()
                    .orElseThrow(() -> DomainError.notFound("campaign.not-found"));
        }
    }
}
