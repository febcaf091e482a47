package fr.pixlti.tool.campaign.domain.follow;

import fr.pixlti.tool.assessment.AssessmentApi;
import fr.pixlti.tool.assessment.AssessmentApi.PathKnowledge;
import fr.pixlti.tool.assessment.AssessmentId;
import fr.pixlti.tool.campaign.domain.CampaignTarget;
import fr.pixlti.tool.campaign.domain.Participation;
import fr.pixlti.tool.campaign.domain.ReckonResults;
import fr.pixlti.tool.campaign.domain.Sendings;
import fr.pixlti.tool.campaign.domain.follow.ReadParticipant.Progress;
import fr.pixlti.tool.campaign.domain.follow.ReadParticipant.Results;
import fr.pixlti.tool.content.ContentApi;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What one participant sent, or how far they have come before; in a transaction. */
@Component
class ReadSent {

    private final SentResults results;
    private final Sendings sendings;
    private final AssessmentApi assessments;
    private final ContentApi content;

    ReadSent(SentResults results, Sendings sendings, AssessmentApi assessments, ContentApi content) {
        this.results = results;
        this.sendings = sendings;
        this.assessments = assessments;
        this.content = content;
    }

    /** Absent before the first sending. */
    @Nullable
    Results results(Followed followed, Participation participation) {
        if (participation.sent() == null) {
            return null;
        }
        CampaignTarget target = followed.target();
        UUID id = participation.id();
        return new Results(results.competencesOf(id), sendings.of(id).reversed(),
                target == null ? List.of() : TopicNeed.ranked(target, results.topicsOf(id), content.current()));
    }

    /** How far the first test has come, nothing of how it goes; absent once it is completed and in a collection. */
    @Nullable
    Progress progress(Followed followed, Participation participation) {
        CampaignTarget target = followed.target();
        if (target == null || participation.status() != Participation.Status.STARTED) {
            return null;
        }
        int skills = content.current().skillsOf(target.topics()).size();
        UUID test = participation.assessmentId();
        if (test == null) {
            return new Progress(0, skills);
        }
        PathKnowledge known = assessments.knowledge(participation.person(),
                ReckonResults.path(followed.campaign(), target), new AssessmentId(test));
        return new Progress(known.validated().size() + known.invalidated().size(), skills);
    }
}
