package fr.pixlti.tool.campaign.domain.follow;

import fr.pixlti.tool.campaign.domain.Campaigns;
import fr.pixlti.tool.campaign.domain.Participation;
import fr.pixlti.tool.campaign.domain.Sendings.Past;
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
    private final ReadSent sent;
    private final Transactions transactions;

    ReadParticipant(FindFollowed find, Campaigns campaigns, DescribeParticipants describe, FindAbsent absent,
            ReadSent sent, Transactions transactions) {
        this.find = find;
        this.campaigns = campaigns;
        this.describe = describe;
        this.absent = absent;
        this.sent = sent;
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
            return new One(followed, participant, sent.progress(followed, participation),
                    sent.results(followed, participation));
        });
    }

    /** A participation of the campaign. @throws DomainError {@code campaign.not-found} for another's */
    Participation participation(UUID campaignId, UUID participationId) {
        return campaigns.findParticipation(participationId).filter(found -> found.campaignId().equals(campaignId))
                .orElseThrow(FindFollowed::notFound);
    }

    /** @param assessed skills known to be validated or not, 0 to {@code skills} @param skills targeted */
    public record Progress(int assessed, int skills) {}

    /**
     * @param progress of the first test, absent once it is completed and in a collection
     * @param results absent before the first sending: until then a teacher sees nothing of what was answered
     */
    public record One(Followed followed, Participant participant, @Nullable Progress progress,
            @Nullable Results results) {}

    /**
     * @param competences of the last sending, in no order
     * @param sendings the newest first
     * @param needs topics, the most urgent first; none in a collection
     */
    public record Results(List<CompetenceSum> competences, List<Past> sendings, List<TopicNeed> needs) {}
}
