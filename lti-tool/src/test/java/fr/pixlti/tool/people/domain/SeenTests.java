package fr.pixlti.tool.people.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.lti.spi.LaunchAdmission.Arrival;
import fr.pixlti.tool.people.PeopleRoom;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.PersonalData;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** When somebody came last is written down once a day; who is erased in the middle of a launch comes in as new. */
@SuppressWarnings("NullAway.Init")
class SeenTests extends PeopleRoomTest {

    @Autowired
    PeopleRoom.Statements statements;

    @Autowired
    KnownPeople known;

    @Autowired
    List<PersonalData> rooms;

    @Test
    void the_day_of_a_launch_is_written_down_once() {
        PersonId ada = launch("1", LtiRole.LEARNER).person();
        assertThat(seen(ada)).isEqualTo(today());
        clock.advance(Duration.ofDays(2));
        List<String> first = statements.during(() -> launch("1", LtiRole.LEARNER));
        List<String> second = statements.during(() -> launch("1", LtiRole.LEARNER));
        assertThat(seen(ada)).isEqualTo(today());
        assertThat(first).filteredOn(each -> each.startsWith("update")).singleElement().asString().contains("seen_on");
        assertThat(second).noneMatch(each -> each.startsWith("update"));
    }

    @Test
    void who_is_erased_during_a_launch_comes_in_as_somebody_new() {
        PersonId before = launch("1", LtiRole.LEARNER).person();
        List<PersonId> admitted = new ArrayList<>();
        transactions.run(() -> admission.admit(
                new Arrival(UUID.randomUUID(), platform, deployment, "Moodle", "1", "Prénom", null, null, null,
                        LtiRole.LEARNER, "course", "Le cours", null, null, null, List.of()),
                who -> {
                    if (admitted.isEmpty()) {
                        // On another thread, as on another node: its transaction ends before this one goes on.
                        CompletableFuture.runAsync(() -> transactions.run(() -> forget(who.person()))).join();
                    }
                    admitted.add(who.person());
                    return "/";
                }));
        assertThat(admitted).hasSize(2).first().isEqualTo(before);
        assertThat(people.subject(admitted.getLast(), platform)).contains("1");
        assertThat(people.subject(before, platform)).isEmpty();
    }

    private void forget(PersonId person) {
        assertThat(known.lock(person)).isTrue();
        rooms.forEach(room -> room.erase(person, PersonId.nobody()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private @Nullable LocalDate seen(PersonId person) {
        return transactions.call(() -> known.find(person)).orElseThrow().seenOn();
    }
}
