package fr.pixlti.tool.campaign.domain.follow;

import fr.pixlti.tool.people.CourseGroup;
import fr.pixlti.tool.people.PersonName;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A teacher of the course reads who takes part in a campaign, who has sent, and who has not come yet. */
@Component
public class ReadParticipants {

    /** Rows of a page. */
    public static final int PAGE = 50;
    /** How many of those who never came are named unless all are asked for. */
    public static final int FIRST_ABSENT = 30;

    private final FindFollowed find;
    private final FindAbsent absent;
    private final Participants participants;
    private final DescribeParticipants describe;
    private final Transactions transactions;

    ReadParticipants(FindFollowed find, FindAbsent absent, Participants participants,
            DescribeParticipants describe, Transactions transactions) {
        this.find = find;
        this.absent = absent;
        this.participants = participants;
        this.describe = describe;
        this.transactions = transactions;
    }

    /**
     * @param page from 0; beyond the end it is the last one
     * @param allAbsent whether everybody who never came is to be named
     * @throws DomainError {@code campaign.not-found} for anyone but a teacher of the campaign's course
     */
    public Listing of(UUID campaignId, ParticipantFilter filter, int page, boolean allAbsent, PersonId teacher) {
        return transactions.call(() -> {
            Followed followed = find.of(campaignId, teacher);
            Scope scope = find.scope(followed, filter.group());
            Received received = participants.received(followed.all());
            int count = filter.limits() ? participants.count(scope, filter) : received.participations();
            int last = Math.max(0, (count - 1) / PAGE);
            int shown = Math.clamp(page, 0, last);
            List<PersonId> learners = absent.learners(followed);
            List<Participant> rows = count == 0
                    ? List.of()
                    : describe.of(followed, participants.page(scope, filter, shown * PAGE, PAGE), learners);
            List<PersonId> missing = absent.of(campaignId, learners, scope);
            List<PersonId> named = allAbsent || missing.size() <= FIRST_ABSENT
                    ? missing
                    : missing.subList(0, FIRST_ABSENT);
            return new Listing(followed, received, find.groups(followed), rows, count, shown, last + 1,
                    missing.size(), absent.names(named));
        });
    }

    /**
     * A page of participants.
     *
     * @param received of the whole campaign
     * @param count how many the filter leaves
     * @param page of {@code pages}, from 0
     * @param absent learners of the course, or of the group chosen, who have not begun
     * @param absentNames the first of them, or all
     */
    public record Listing(Followed followed, Received received, List<CourseGroup> groups, List<Participant> rows,
            int count, int page, int pages, int absent, List<PersonName> absentNames) {}
}
