package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.assessment.AssessmentApi;
import fr.pixlti.tool.assessment.AssessmentApi.AssessmentView;
import fr.pixlti.tool.assessment.AssessmentApi.Scorecard;
import fr.pixlti.tool.assessment.AssessmentId;
import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.people.PeopleApi;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** A person looks at their activity, begins or resumes its test, improves it, starts over. */
@Component
public class TakePart {

    private final Campaigns campaigns;
    private final AssessmentApi assessments;
    private final PeopleApi people;
    private final Transactions transactions;
    private final Clock clock;

    TakePart(Campaigns campaigns, AssessmentApi assessments, PeopleApi people, Transactions transactions,
            Clock clock) {
        this.campaigns = campaigns;
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
     * @return path of the test
     * @throws DomainError {@code campaign.not-found}; {@code campaign.too-early} before another test is allowed
     */
    public String begin(UUID participationId, PersonId person) {
        return transactions.call(() -> {
            Activity activity = activity(participationId, person);
            AssessmentView running = activity.running();
            if (running != null) {
                return assessments.path(running.id());
            }
            if (activity.last() != null && !activity.improvable(clock.instant())) {
                throw new DomainError("campaign.too-early", DomainError.Kind.CONFLICT);
            }
            return beginTest(activity);
        });
    }

    /**
     * Forgets the competence and begins its test from the start.
     *
     * @throws DomainError {@code campaign.not-found}; {@code campaign.too-early} before it is allowed
     */
    public String startOver(UUID participationId, PersonId person) {
        return transactions.call(() -> {
            Activity activity = activity(participationId, person);
            AssessmentView running = activity.running();
            if (running != null && activity.fresh()) {
                // Clicked twice: it has started over already.
                return assessments.path(running.id());
            }
            if (!activity.resettable(clock.instant())) {
                throw new DomainError("campaign.too-early", DomainError.Kind.CONFLICT);
            }
            assessments.reset(person, activity.campaign().competence());
            return beginTest(activity);
        });
    }

    /** A teacher takes the test to know it; no score is sent. @throws DomainError {@code campaign.not-found} */
    public UUID preview(UUID campaignId, PersonId person) {
        return transactions.call(() -> {
            Campaign campaign = campaigns.find(campaignId)
                    .filter(found -> people.roleIn(person, found.courseId()) == LtiRole.INSTRUCTOR)
                    .orElseThrow(() -> DomainError.notFound("campaign.not-found"));
            return campaigns.participation(campaign.id(), person, clock.instant());
        });
    }

    private String beginTest(Activity activity) {
        Participation participation = activity.participation();
        AssessmentId test = assessments.nextId();
        if (!campaigns.began(participation.id(), participation.assessmentId(), test.value())) {
            // A double click: the other request's test is the one that counts, and a new transaction sees it.
            throw new OptimisticLockingFailureException("Begun twice: participation " + participation.id());
        }
        assessments.start(test, participation.person(), activity.campaign().competence(),
                "/participations/" + participation.id());
        return assessments.path(test);
    }

    private Activity activity(UUID participationId, PersonId person) {
        Participation participation = campaigns.findParticipation(participationId)
                .filter(found -> found.person().equals(person))
                .orElseThrow(() -> DomainError.notFound("campaign.not-found"));
        Campaign campaign = campaigns.find(participation.campaignId()).orElseThrow();
        if (participation.assessmentId() == null) {
            return new Activity(participation, campaign, null, null);
        }
        return new Activity(participation, campaign, assessments.scorecard(person, campaign.competence()),
                assessments.view(new AssessmentId(participation.assessmentId())).orElse(null));
    }

    /**
     * @param scorecard absent before the first test
     * @param last the test under way or the last one done, absent before the first
     */
    public record Activity(Participation participation, Campaign campaign, @Nullable Scorecard scorecard,
            @Nullable AssessmentView last) {

        public @Nullable AssessmentView running() {
            return last != null && last.completedAt() == null ? last : null;
        }

        /** Whether nothing is known yet and nothing was answered. */
        boolean fresh() {
            return scorecard != null && scorecard.assessed() == 0 && last != null && last.answered() == 0;
        }

        public boolean improvable(Instant now) {
            return running() == null && scorecard != null && reached(scorecard.improvableAt(), now);
        }

        public boolean resettable(Instant now) {
            return last != null && scorecard != null && reached(scorecard.resettableAt(), now);
        }

        private static boolean reached(@Nullable Instant from, Instant now) {
            return from != null && !now.isBefore(from);
        }
    }
}
