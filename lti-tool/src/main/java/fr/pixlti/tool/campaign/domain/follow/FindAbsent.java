package fr.pixlti.tool.campaign.domain.follow;

import fr.pixlti.tool.people.PeopleApi;
import fr.pixlti.tool.people.PersonName;
import fr.pixlti.tool.shared.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who has not begun: learners of the course without a participation. */
@Component
class FindAbsent {

    private final Participants participants;
    private final PeopleApi people;

    FindAbsent(Participants participants, PeopleApi people) {
        this.participants = participants;
        this.people = people;
    }

    /** Everybody in the course as a learner, by name. */
    List<PersonId> learners(Followed followed) {
        return people.learners(followed.course());
    }

    /** Of the scope's people, in the learners' order. @param learners of the course */
    List<PersonId> of(UUID campaignId, List<PersonId> learners, Scope scope) {
        Set<PersonId> came = participants.people(campaignId);
        Set<PersonId> among = scope.among();
        return learners.stream().filter(person -> !came.contains(person))
                .filter(person -> among == null || among.contains(person)).toList();
    }

    /** Their names, in their order. */
    List<PersonName> names(Collection<PersonId> absent) {
        Map<PersonId, PersonName> names = people.names(absent);
        return absent.stream().map(person -> names.getOrDefault(person, PersonName.NONE)).toList();
    }
}
