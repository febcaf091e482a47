package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.assessment.AssessmentApi.AssessmentView;
import fr.pixlti.tool.assessment.AssessmentApi.PathKnowledge;
import fr.pixlti.tool.assessment.Subject;
import fr.pixlti.tool.shared.DomainError;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a person stands in a campaign that a teacher made.
 *
 * @param taken absent in a collection
 * @param test under way or the last one done, absent before the first
 * @param knowledge of the path's skills, absent before the first test
 * @param improveAfter time after which what was failed is asked again
 */
record Standing(Participation participation, Campaign campaign, CampaignSettings settings,
        Subject.@Nullable Path taken, @Nullable AssessmentView test, @Nullable PathKnowledge knowledge,
        Duration improveAfter) {

    /** @throws DomainError {@code campaign.not-found} in a collection, which has no test */
    Subject.Path path() {
        if (taken == null) {
            throw DomainError.notFound("campaign.not-found");
        }
        return taken;
    }

    @Nullable
    AssessmentView running() {
        return test != null && test.completedAt() == null ? test : null;
    }

    /**
     * When another test may begin (pix.md §1, campaign result): before sending, when what was failed may be asked again;
     * once sent, that time after the sending, where results may be sent several times and something is left to gain. An
     * exam is taken again only once sent. Absent when it may not.
     */
    @Nullable
    Instant againAt() {
        if (settings.archived() || running() != null || knowledge == null) {
            return null;
        }
        boolean exam = campaign.kind() == Campaign.Kind.EXAM;
        Participation.Sent sent = participation.sent();
        if (sent == null || participation.toSend()) {
            return exam ? null : knowledge.improvableAt();
        }
        return settings.multipleSendings() && (exam || knowledge.improvableAt() != null)
                ? sent.at().plus(improveAfter)
                : null;
    }

    /** When starting over is allowed: once sent, where results may be sent several times; never in an exam. */
    @Nullable
    Instant freshAt() {
        return settings.archived() || campaign.kind() == Campaign.Kind.EXAM || participation.sent() == null
                || !settings.multipleSendings() || knowledge == null
                        ? null
                        : knowledge.resettableAt();
    }
}
