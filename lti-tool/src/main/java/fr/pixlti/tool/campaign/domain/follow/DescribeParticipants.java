package fr.pixlti.tool.campaign.domain.follow;

import fr.pixlti.tool.campaign.domain.Participation;
import fr.pixlti.tool.people.PeopleApi;
import fr.pixlti.tool.people.PersonName;
import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts beside participations what is known of the people: names, badges, reminders. */
@Component
class DescribeParticipants {

    private final Participants participants;
    private final Reminders reminders;
    private final PeopleApi people;

    DescribeParticipants(Participants participants, Reminders reminders, PeopleApi people) {
        this.participants = participants;
        this.reminders = reminders;
        this.people = people;
    }

    /** In their order. @param learners of the course */
    List<Participant> of(Followed followed, List<Participation> page, Collection<PersonId> learners) {
        List<UUID> ids = page.stream().map(Participation::id).toList();
        Set<PersonId> present = new HashSet<>(learners);
        Map<PersonId, PersonName> names = people.names(page.stream().map(Participation::person).toList());
        Map<UUID, List<String>> badges = followed.badges().isEmpty() ? Map.of() : participants.badges(ids);
        Map<UUID, Instant> reminded = reminders.newest(ids);
        return page.stream()
                .map(each -> new Participant(each, names.getOrDefault(each.person(), PersonName.NONE),
                        present.contains(each.person()), badges.getOrDefault(each.id(), List.of()),
                        reminded.get(each.id())))
                .toList();
    }
}
