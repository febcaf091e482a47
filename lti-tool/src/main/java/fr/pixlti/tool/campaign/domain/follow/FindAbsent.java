package fr.pixlti.tool.campaign.domain.follow;

import fr.pixlti.tool.shared.PersonId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who has not begun: learners of the course without a participation. */
@Component
class FindAbsent {

    private final Participants participants;

    FindAbsent(Participants participants) {
        this.participants = participants;
    }

    /** Of the scope's people, in the learners' order. @param learners of the course */
    List<PersonId> of(UUID campaignId, List<PersonId> learners, Scope scope) {
        Set<PersonId> came = participants.people(campaignId);
        Set<PersonId> among = scope.among();
        return learners.stream().filter(person -> !came.contains(person))
                .filter(person -> among == null || among.contains(person)).toList();
    }
}
