package fr.pixlti.tool.people.domain;

import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.lti.RosterReading.Member;
import fr.pixlti.tool.lti.RosterReading.Status;
import fr.pixlti.tool.people.domain.CourseRosters.CourseRoster;
import fr.pixlti.tool.people.domain.Enrolments.Enrolled;
import fr.pixlti.tool.people.domain.Enrolments.Newcomer;
import fr.pixlti.tool.people.domain.Enrolments.Present;
import fr.pixlti.tool.shared.Ids;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Makes a course's enrolments what a reading of its roster says. In batches, each in a transaction of its own; done
 * again from the start, it finds nothing left to do where it had come.
 */
@Component
class ApplyRoster {

    private static final int BATCH = 250;

    private final Enrolments enrolments;
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;

    ApplyRoster(Enrolments enrolments, Transactions transactions, Ids ids, Clock clock) {
        this.enrolments = enrolments;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param whole whether these are all; those who are not named have left then
     * @param readFrom when the reading began: what a launch said since is newer
     */
    void handle(CourseRoster roster, List<Member> members, boolean whole, Instant readFrom) {
        String source = LtiIdentity.source(roster.platformId());
        for (int from = 0; from < members.size(); from += BATCH) {
            List<Member> some = members.subList(from, Math.min(from + BATCH, members.size()));
            transactions.run(() -> apply(some, source, roster.courseId(), readFrom));
        }
        // A roster without anybody is a platform's slip rather than a course that everybody left.
        if (whole && !members.isEmpty()) {
            leave(members, source, roster.courseId(), readFrom);
        }
    }

    private void apply(List<Member> members, String source, UUID course, Instant readFrom) {
        Instant now = clock.instant();
        Map<String, Enrolled> known = enrolments.find(source, members.stream().map(Member::userId).toList(), course);
        List<Newcomer> newcomers = new ArrayList<>();
        Map<PersonId, Names> renamed = new LinkedHashMap<>();
        Map<PersonId, LtiRole> enrolled = new LinkedHashMap<>();
        Map<PersonId, LtiRole> changed = new LinkedHashMap<>();
        List<PersonId> gone = new ArrayList<>();
        for (Member member : members) {
            Names names = new Names(member.givenName(), member.familyName(), member.fullName(), member.email());
            Enrolled person = known.get(member.userId());
            if (member.status() != Status.ACTIVE) {
                if (person != null && person.role() != null && !person.left()) {
                    gone.add(person.person());
                }
            } else if (person == null) {
                // Of those who neither teach nor learn, nothing is kept until they come.
                if (member.role() != LtiRole.OBSERVER) {
                    newcomers.add(new Newcomer(new PersonId(ids.next()), member.userId(), names, member.role()));
                }
            } else {
                Names after = names.orElse(person.names());
                if (!after.equals(person.names())) {
                    renamed.put(person.person(), after);
                }
                place(person, member.role(), readFrom, enrolled, changed);
            }
        }
        enrolments.add(newcomers, source, course, now);
        enrolments.rename(renamed, now);
        enrolments.enrol(enrolled, course, now);
        enrolments.changeRoles(changed, course, now);
        enrolments.leave(gone, course, readFrom, now);
    }

    private static void place(Enrolled person, LtiRole role, Instant readFrom, Map<PersonId, LtiRole> enrolled,
            Map<PersonId, LtiRole> changed) {
        Instant since = person.since();
        if (person.role() == null || since == null) {
            if (role != LtiRole.OBSERVER) {
                enrolled.put(person.person(), role);
            }
        } else if ((person.role() != role || person.left()) && since.isBefore(readFrom)) {
            changed.put(person.person(), role);
        }
    }

    private void leave(List<Member> members, String source, UUID course, Instant readFrom) {
        Set<String> named = new HashSet<>();
        members.forEach(member -> named.add(member.userId()));
        List<PersonId> gone = transactions.call(() -> enrolments.present(source, course)).stream()
                .filter(present -> !named.contains(present.subject())).map(Present::person).toList();
        for (int from = 0; from < gone.size(); from += BATCH) {
            List<PersonId> some = gone.subList(from, Math.min(from + BATCH, gone.size()));
            transactions.run(() -> enrolments.leave(some, course, readFrom, clock.instant()));
        }
    }
}
