package fr.pixlti.tool.people.domain;

import fr.pixlti.tool.lti.spi.LaunchAdmission.Arrival;
import fr.pixlti.tool.shared.Ids;
import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Knows the person of a launch: keeps names, role and groups where they are new. One query when nothing is;
 * one more statement at the first launch of a day. */
@Component
class KnowPerson {

    private final People people;
    private final Groups groups;
    private final Ids ids;

    KnowPerson(People people, Groups groups, Ids ids) {
        this.people = people;
        this.groups = groups;
        this.ids = ids;
    }

    /** Inside the launch's transaction. */
    People.Known handle(Arrival arrival, UUID course, Instant now) {
        String source = LtiIdentity.source(arrival.platformId());
        Names names = new Names(arrival.givenName(), arrival.familyName(), arrival.fullName(), arrival.email());
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        People.Known known = people.find(source, arrival.subject(), course).orElse(null);
        if (known == null) {
            PersonId person = new PersonId(ids.next());
            people.add(person, names, source, arrival.subject(), course, arrival.role(), now);
            known = new People.Known(person, names, arrival.role(), false, null, today);
        }
        if (!today.equals(known.seenOn())) {
            people.seen(known.id(), today);
        }
        Names after = names.orElse(known.names());
        if (!after.equals(known.names())) {
            people.rename(known.id(), after, now);
        }
        if (known.role() == null) {
            people.enrol(course, known.id(), arrival.role(), now);
        } else if (known.role() != arrival.role() || known.left()) {
            people.changeRole(course, known.id(), arrival.role(), now);
        }
        // A platform that does not say and a person in no group look the same: what was known stays.
        GroupIds told = GroupIds.of(arrival.groupIds());
        if (!told.ids().isEmpty() && !told.text().equals(known.groupIds())) {
            groups.told(course, known.id(), told, now);
        }
        return new People.Known(known.id(), after, arrival.role(), false, known.groupIds(), today);
    }
}
