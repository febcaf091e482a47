package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.assessment.AssessmentApi;
import fr.pixlti.tool.assessment.AssessmentApi.PathKnowledge;
import fr.pixlti.tool.assessment.AssessmentApi.Scorecard;
import fr.pixlti.tool.assessment.AssessmentId;
import fr.pixlti.tool.assessment.AssessmentSettings;
import fr.pixlti.tool.campaign.domain.Sendings.ProfileLevel;
import fr.pixlti.tool.campaign.domain.Sendings.Sending;
import fr.pixlti.tool.campaign.domain.results.BadgeResult;
import fr.pixlti.tool.campaign.domain.results.StageReached;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A person sends their result: from now on, and not before, the teacher sees it (pix.md §2, participation). */
@Component
public class SendResults {

    private static final int LONGEST_ID = 255;

    private final Campaigns campaigns;
    private final MadeCampaigns made;
    private final Sendings sendings;
    private final ReckonResults results;
    private final ScoreSending score;
    private final AssessmentApi assessments;
    private final AssessmentSettings settings;
    private final ContentApi content;
    private final Transactions transactions;
    private final Clock clock;

    SendResults(Campaigns campaigns, MadeCampaigns made, Sendings sendings, ReckonResults results, ScoreSending score,
            AssessmentApi assessments, AssessmentSettings settings, ContentApi content, Transactions transactions,
            Clock clock) {
        this.campaigns = campaigns;
        this.made = made;
        this.sendings = sendings;
        this.results = results;
        this.score = score;
        this.assessments = assessments;
        this.settings = settings;
        this.content = content;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @param externalId what the teacher asks for, empty where nothing is asked
     * @param before how many sendings there were on the page that was looked at: clicked twice, it is sent once
     * @throws DomainError {@code campaign.not-found} for a participation that is not this person's; {@code
     *     campaign.archived}; {@code campaign.not-finished}; {@code campaign.external-id-missing} and {@code
     *     campaign.external-id-long}; {@code campaign.sent-already} where results are sent once
     */
    public void handle(UUID participationId, PersonId person, String externalId, int before) {
        transactions.run(() -> {
            Participation participation = sendings.lock(participationId)
                    .filter(found -> found.person().equals(person))
                    .orElseThrow(() -> DomainError.notFound("campaign.not-found"));
            Campaign campaign = campaigns.find(participation.campaignId()).filter(Campaign::made)
                    .orElseThrow(() -> DomainError.notFound("campaign.not-found"));
            if (number(participation) != before) {
                return;
            }
            CampaignSettings decided = made.settings(campaign.id()).orElseThrow();
            check(participation, campaign, decided);
            String id = externalId(decided, externalId);
            Sending sending = decided.target() == null
                    ? profile(participation, id)
                    : result(participation, campaign, decided.target(), id);
            sendings.add(participation, sending);
            score.sent(campaign, decided, participation, sending);
        });
    }

    private static int number(Participation participation) {
        return participation.sent() == null ? 0 : participation.sent().number();
    }

    private void check(Participation participation, Campaign campaign, CampaignSettings settings) {
        if (settings.archived()) {
            throw new DomainError("campaign.archived", DomainError.Kind.CONFLICT);
        }
        if (participation.sent() != null && !settings.multipleSendings()) {
            throw new DomainError("campaign.sent-already", DomainError.Kind.CONFLICT);
        }
        boolean again = participation.toSend() || campaign.kind() == Campaign.Kind.COLLECTION;
        UUID test = participation.assessmentId();
        boolean over = campaign.kind() == Campaign.Kind.COLLECTION || test != null && assessments
                .view(new AssessmentId(test)).filter(view -> view.completedAt() != null).isPresent();
        if (!again || !over) {
            throw new DomainError("campaign.not-finished", DomainError.Kind.CONFLICT);
        }
    }

    private static @Nullable String externalId(CampaignSettings settings, String given) {
        if (settings.externalIdLabel() == null) {
            return null;
        }
        String id = given.strip();
        if (id.isEmpty()) {
            throw new DomainError("campaign.external-id-missing", DomainError.Kind.INVALID);
        }
        if (id.length() > LONGEST_ID) {
            throw new DomainError("campaign.external-id-long", DomainError.Kind.INVALID);
        }
        return id;
    }

    private Sending result(Participation participation, Campaign campaign, CampaignTarget target,
            @Nullable String externalId) {
        UUID test = Objects.requireNonNull(participation.assessmentId());
        PathKnowledge known = assessments.knowledge(participation.person(), ReckonResults.path(campaign, target),
                new AssessmentId(test));
        ReckonResults.Result result = results.of(target, known.validated(), known.invalidated());
        Participation.Sent sent = new Participation.Sent(sentAt(participation), number(participation) + 1,
                result.percent(),
                result.outcome().mastery().validated(), result.stage().map(StageReached::stars).orElse(null), null,
                externalId);
        return new Sending(sent, test, result.release(), known.validated(), known.invalidated(), result.outcome(),
                result.badges().stream().filter(BadgeResult::obtained).map(each -> each.badge().key()).toList(),
                List.of(), null);
    }

    /** Never before the end of the test, which a node with another clock may have noted. */
    private Instant sentAt(Participation participation) {
        Instant now = clock.instant();
        Instant over = participation.completedAt();
        return over != null && over.isAfter(now) ? over : now;
    }

    private Sending profile(Participation participation, @Nullable String externalId) {
        List<Scorecard> profile = assessments.profile(participation.person());
        int pix = profile.stream().mapToInt(Scorecard::pix).sum();
        int least = settings.at(clock.instant()).certifiable().level();
        int certifiable = (int) profile.stream().filter(each -> each.level() >= least).count();
        Participation.Sent sent = new Participation.Sent(sentAt(participation), number(participation) + 1, null, null,
                null,
                certifiable, externalId);
        return new Sending(sent, null, content.current().id(), Set.of(), Set.of(), null, List.of(),
                profile.stream().map(each -> new ProfileLevel(each.competence(), each.level(), each.pix())).toList(),
                pix);
    }
}
