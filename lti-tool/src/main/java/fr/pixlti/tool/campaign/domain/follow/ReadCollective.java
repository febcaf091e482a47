package fr.pixlti.tool.campaign.domain.follow;

import fr.pixlti.tool.people.CourseGroup;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A teacher of the course reads what came out for all who sent: how far, on which competences, when. */
@Component
public class ReadCollective {

    private final FindFollowed find;
    private final FindAbsent absent;
    private final Participants participants;
    private final KeptFigures figures;
    private final Transactions transactions;

    ReadCollective(FindFollowed find, FindAbsent absent, Participants participants, KeptFigures figures,
            Transactions transactions) {
        this.find = find;
        this.absent = absent;
        this.participants = participants;
        this.figures = figures;
        this.transactions = transactions;
    }

    /** Whether it is a campaign of a kind that teachers make, which has these results. Says nothing of who may see them. */
    public boolean has(UUID campaignId) {
        return transactions.call(() -> find.made(campaignId));
    }

    /**
     * @param group of the course, to which it is limited; absent for everybody
     * @throws DomainError {@code campaign.not-found} for anyone but a teacher of the campaign's course
     */
    public Collective of(UUID campaignId, @Nullable UUID group, PersonId teacher) {
        return transactions.call(() -> {
            Followed followed = find.of(campaignId, teacher);
            Scope scope = find.scope(followed, group);
            Received received = participants.received(scope);
            return new Collective(followed, find.groups(followed), received,
                    absent.of(campaignId, absent.learners(followed), scope).size(), figures.others(scope, received));
        });
    }

    /**
     * @param received of the group
     * @param absent learners, of the group, who have not begun
     */
    public record Collective(Followed followed, List<CourseGroup> groups, Received received, int absent,
            Figures figures) {}
}
