package fr.pixlti.tool.campaign.domain.follow;

import fr.pixlti.tool.campaign.domain.Campaigns;
import fr.pixlti.tool.campaign.domain.CampaignTarget;
import fr.pixlti.tool.campaign.domain.Participation;
import fr.pixlti.tool.campaign.domain.Sendings;
import fr.pixlti.tool.campaign.domain.Sendings.Past;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A teacher of the course reads how far one participant has come, and what they sent. */
@Component
public class ReadParticipant {

    private final FindFollowed find;
    private final Campaigns campaigns;
    private final DescribeParticipants describe;
    private final FindAbsent absent;
    private final SentResults results;
    private final Sendings sendings;
    private final ContentApi content;
    private final Transactions transactions;

    ReadParticipant(FindFollowed find, Campaigns campaigns, DescribeParticipants describe, FindAbsent absent,
            SentResults results, Sendings sendings, ContentApi content, Transactions transactions) {
        this.find = find;
        this.campaigns = campaigns;
        this.describe = describe;
        this.absent = absent;
        this.results = results;
        this.sendings = sendings;
        this.content = content;
        this.transactions = transactions;
    }

    /**
     * @throws DomainError {@code campaign.not-found} for anyone but a teacher of the campaign's course, and for a
     *     participation in another campaign
     */
    public One of(UUID campaignId, UUID participationId, PersonId teacher) {
        return transactions.call(() -> {
            Followed followed = find.of(campaignId, teacher);
            Participation participation = participation(campaignId, participationId);
            Participant participant = describe.of(followed, List.of(participation), absent.learners(followed))
                    .getFirst();
            return new One(followed, participant,
                    participation.sent() == null ? null : sent(followed, participationId));
        });
    }

    /** A participation of the campaign. @throws DomainError {@code campaign.not-found} for another's */
    Participation participation(UUID campaignId, UUID participationId) {
        return campaigns.findParticipation(participationId).filter(found -> found.campaignId().equals(campaignId))
                .orElseThrow(FindFollowed::notFound);
    }

    private Results sent(Followed followed, UUID participationId) {
        CampaignTarget target = followed.target();
        return new Results(results.competencesOf(participationId), sendings.of(participationId).reversed(),
                target == null
                        ? List.of()
                        : TopicNeed.ranked(target, results.topicsOf(participationId), content.current()));
    }

    /**
     * @param results absent before the first sending: until then a teacher sees nothing of what was answered
     */
    public record One(Followed followed, Participant participant, @Nullable Results results) {}

    /**
     * @param competences of the last sending, in no order
     * @param sendings the newest first
     * @param needs topics, the most urgent first; none in a collection
     */
    public record Results(List<CompetenceSum> competences, List<Past> sendings, List<TopicNeed> needs) {}
}
