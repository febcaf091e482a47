package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.assessment.AssessmentApi;
import fr.pixlti.tool.assessment.AssessmentApi.AssessmentView;
import fr.pixlti.tool.assessment.AssessmentApi.PathKnowledge;
import fr.pixlti.tool.assessment.AssessmentApi.Scorecard;
import fr.pixlti.tool.assessment.AssessmentId;
import fr.pixlti.tool.assessment.Subject;
import fr.pixlti.tool.campaign.domain.follow.Reminders;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** A person in a campaign that a teacher made: looks at it, begins or resumes its test, improves it, starts over. */
@Component
public class TakePath {

    private final Campaigns campaigns;
    private final MadeCampaigns made;
    private final Sendings sendings;
    private final ReckonResults results;
    private final Reminders reminders;
    private final AssessmentApi assessments;
    private final Transactions transactions;
    private final Clock clock;

    TakePath(Campaigns campaigns, MadeCampaigns made, Sendings sendings, ReckonResults results, Reminders reminders,
            AssessmentApi assessments, Transactions transactions, Clock clock) {
        this.campaigns = campaigns;
        this.made = made;
        this.sendings = sendings;
        this.results = results;
        this.reminders = reminders;
        this.assessments = assessments;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @throws DomainError {@code campaign.not-found} for a participation that is not this person's, or of another kind */
    public Look look(UUID participationId, PersonId person) {
        return transactions.call(() -> {
            Standing standing = standing(participationId, person);
            Participation participation = standing.participation();
            CampaignTarget target = standing.settings().target();
            return new Look(participation, standing.campaign(), standing.settings(), standing.test(),
                    target == null || participation.completedAt() == null ? null : results(standing, target),
                    standing.againAt(), standing.freshAt(), sendings.of(participationId),
                    target == null ? assessments.profile(person) : List.of(),
                    reminders.of(participationId).orElse(null));
        });
    }

    /** Once sent, what was sent; what came after it, when that is complete. */
    private ReckonResults.Result results(Standing standing, CampaignTarget target) {
        Participation participation = standing.participation();
        Participation.Sent sent = participation.sent();
        if (sent != null && !participation.toSend()) {
            return results.asSent(target, sendings.kept(participation.id(), sent.number()));
        }
        // A test was completed, so something is known.
        PathKnowledge knowledge = Objects.requireNonNull(standing.knowledge());
        return results.of(target, knowledge.validated(), knowledge.invalidated());
    }

    /**
     * Begins the test, goes on with the one under way, or begins another of what was failed.
     *
     * @return path of the test
     * @throws DomainError {@code campaign.not-found}; {@code campaign.archived}; {@code campaign.too-early} before another
     *     test is allowed, or where none is
     */
    public String begin(UUID participationId, PersonId person) {
        return transactions.call(() -> {
            Standing standing = standing(participationId, person);
            AssessmentView running = standing.running();
            if (running != null) {
                return assessments.path(running.id());
            }
            if (standing.test() != null && !reached(standing.againAt())) {
                throw tooEarly(standing);
            }
            return beginTest(standing);
        });
    }

    /**
     * Forgets what is known of the path's skills and begins its test from the start.
     *
     * @throws DomainError as {@link #begin}
     */
    public String startOver(UUID participationId, PersonId person) {
        return transactions.call(() -> {
            Standing standing = standing(participationId, person);
            AssessmentView running = standing.running();
            if (running != null && running.answered() == 0) {
                // Clicked twice: it has started over already.
                return assessments.path(running.id());
            }
            if (!reached(standing.freshAt())) {
                throw tooEarly(standing);
            }
            assessments.reset(person, standing.path());
            return beginTest(standing);
        });
    }

    private String beginTest(Standing standing) {
        if (standing.settings().archived()) {
            throw new DomainError("campaign.archived", DomainError.Kind.CONFLICT);
        }
        Participation participation = standing.participation();
        AssessmentId test = assessments.nextId();
        if (!campaigns.began(participation.id(), participation.assessmentId(), test.value())) {
            // A double click: the other request's test is the one that counts, and a new transaction sees it.
            throw new OptimisticLockingFailureException("Begun twice: participation " + participation.id());
        }
        assessments.start(test, participation.person(), standing.path(), "/participations/" + participation.id(),
                false);
        return assessments.path(test);
    }

    /** As in {@link TakePart}: of two clicks the second may have read one thing before and another after the first. */
    private RuntimeException tooEarly(Standing seen) {
        Participation now = campaigns.findParticipation(seen.participation().id()).orElseThrow();
        return Objects.equals(now.assessmentId(), seen.participation().assessmentId())
                ? new DomainError("campaign.too-early", DomainError.Kind.CONFLICT)
                : new OptimisticLockingFailureException("Begun meanwhile: participation " + now.id());
    }

    private boolean reached(@Nullable Instant from) {
        return from != null && !clock.instant().isBefore(from);
    }

    private Standing standing(UUID participationId, PersonId person) {
        Participation participation = campaigns.findParticipation(participationId)
                .filter(found -> found.person().equals(person))
                .orElseThrow(() -> DomainError.notFound("campaign.not-found"));
        Campaign campaign = campaigns.find(participation.campaignId()).filter(Campaign::made)
                .orElseThrow(() -> DomainError.notFound("campaign.not-found"));
        CampaignSettings settings = made.settings(campaign.id()).orElseThrow();
        UUID last = participation.assessmentId();
        AssessmentView test = last == null ? null : assessments.view(new AssessmentId(last)).orElse(null);
        Subject.Path path = settings.target() == null ? null : ReckonResults.path(campaign, settings.target());
        PathKnowledge knowledge = path == null || test == null
                ? null
                : assessments.knowledge(person, path, test.id());
        return new Standing(participation, campaign, settings, path, test, knowledge,
                assessments.improveAfter());
    }

    /**
     * @param test under way or the last one done, absent before the first
     * @param result absent before a test is completed, and in a collection
     * @param againAt when another test of what was failed may begin, absent when none may
     * @param freshAt when starting over is allowed, absent when it is not
     * @param past sendings, from the first
     * @param profile in a collection, all of the person's; empty otherwise
     * @param remindedAt when a teacher last asked for the result, absent when nobody waits for it
     */
    public record Look(Participation participation, Campaign campaign, CampaignSettings settings,
            @Nullable AssessmentView test, ReckonResults.@Nullable Result result, @Nullable Instant againAt,
            @Nullable Instant freshAt, List<Sendings.Past> past, List<Scorecard> profile,
            @Nullable Instant remindedAt) {

        public @Nullable AssessmentView running() {
            return test != null && test.completedAt() == null ? test : null;
        }

        /** Whether there is something to send now. */
        public boolean sendable() {
            boolean once = participation.sent() != null && !settings.multipleSendings();
            return running() == null && !settings.archived() && !once
                    && (participation.toSend() || campaign.kind() == Campaign.Kind.COLLECTION);
        }
    }
}
