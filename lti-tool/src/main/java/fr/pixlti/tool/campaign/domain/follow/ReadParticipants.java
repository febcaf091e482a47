package fr.pixlti.tool.campaign.domain.follow;

import fr.pixlti.tool.campaign.domain.Participation;
import fr.pixlti.tool.people.CourseGroup;
import fr.pixlti.tool.people.PeopleApi;
import fr.pixlti.tool.people.PersonName;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final Reminders reminders;
    private final PeopleApi people;
    private final Transactions transactions;

    ReadParticipants(FindFollowed find, FindAbsent absent, Participants participants, Reminders reminders,
            PeopleApi people, Transactions transactions) {
        this.find = find;
        this.absent = absent;
        this.participants = participants;
        this.reminders = reminders;
        this.people = people;
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
            List<PersonId> learners = people.learners(followed.course());
            List<Participant> rows = count == 0
                    ? List.of()
                    : rows(participants.page(scope, filter, shown * PAGE, PAGE), new HashSet<>(learners),
                            !followed.badges().isEmpty());
            List<PersonId> missing = absent.of(campaignId, learners, scope);
            Collection<PersonId> named = allAbsent || missing.size() <= FIRST_ABSENT
                    ? missing
                    : missing.subList(0, FIRST_ABSENT);
            Map<PersonId, PersonName> names = people.names(named);
            return new Listing(followed, received, people.groups(followed.course()), rows, count, shown,
                    last + 1, missing.size(), named.stream().map(person -> names.getOrDefault(person, PersonName.NONE))
                            .toList());
        });
    }

    private List<Participant> rows(List<Participation> page, Set<PersonId> learners, boolean badges) {
        List<UUID> ids = page.stream().map(Participation::id).toList();
        Map<PersonId, PersonName> names = people.names(page.stream().map(Participation::person).toList());
        Map<UUID, List<String>> obtained = badges ? participants.badges(ids) : Map.of();
        Map<UUID, Instant> asked = reminders.newest(ids);
        return page.stream()
                .map(each -> new Participant(each, names.getOrDefault(each.person(), PersonName.NONE),
                        learners.contains(each.person()), obtained.getOrDefault(each.id(), List.of()),
                        asked.get(each.id())))
                .toList();
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
