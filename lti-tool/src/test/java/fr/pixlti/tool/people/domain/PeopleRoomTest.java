package fr.pixlti.tool.people.domain;

import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.lti.spi.LaunchAdmission;
import fr.pixlti.tool.lti.spi.LaunchAdmission.Admitted;
import fr.pixlti.tool.lti.spi.LaunchAdmission.Arrival;
import fr.pixlti.tool.people.PeopleApi;
import fr.pixlti.tool.people.PeopleRoom;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.testing.MovableClock;
import fr.pixlti.tool.testing.TestDatabase;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/** What tests of the people room share: launches into a course of their own. */
@SpringBootTest(classes = PeopleRoom.class, webEnvironment = WebEnvironment.NONE, properties = {
    "pixlti.public-url=https://tool.example", "pixlti.secret=a secret only for tests", "pixlti.data-dir=target/people",
    "pixlti.people.roster-sweep=1h", "pixlti.jobs.polling-interval=100ms"})
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
@SuppressWarnings("NullAway.Init")
abstract class PeopleRoomTest {

    static final String ROSTER = "https://moodle.example/roster";

    final UUID platform = UUID.randomUUID();
    final UUID deployment = UUID.randomUUID();

    @Autowired
    LaunchAdmission admission;

    @Autowired
    PeopleApi people;

    @Autowired
    PeopleRoom.Rosters platforms;

    @Autowired
    RefreshRoster refreshRoster;

    @Autowired
    Transactions transactions;

    @Autowired
    DSLContext sql;

    @Autowired
    MovableClock clock;

    Admitted launch(String subject, LtiRole role) {
        return launch(subject, role, "Prénom", ROSTER);
    }

    Admitted launch(String subject, LtiRole role, @Nullable String name, @Nullable String roster, String... groups) {
        AtomicReference<Admitted> admitted = new AtomicReference<>();
        transactions.run(() -> admission.admit(
                new Arrival(UUID.randomUUID(), platform, deployment, "Moodle", subject, name, null, null, null, role,
                        "course", "Le cours", null, null, roster, List.of(groups)),
                who -> {
                    admitted.set(who);
                    return "/";
                }));
        return java.util.Objects.requireNonNull(admitted.get());
    }

    List<String> subjects(List<PersonId> who) {
        return who.stream().map(person -> people.subject(person, platform).orElseThrow()).toList();
    }
}
