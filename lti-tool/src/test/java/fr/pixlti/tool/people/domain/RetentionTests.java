package fr.pixlti.tool.people.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.shared.PersonId;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Whom retention erases, and whom it keeps. */
@TestPropertySource(properties = {"pixlti.people.retention-after-leaving=100d",
    "pixlti.people.retention-without-sign-in=1000d"})
@SuppressWarnings("NullAway.Init")
class RetentionTests extends PeopleRoomTest {

    private static final int LONG_AGO = 5_000;

    @Autowired
    RetirePeople retirePeople;

    @Autowired
    KnownPeople known;

    @Autowired
    Scheduler jobs;

    @BeforeEach
    void nobody_else() {
        transactions.run(() -> {
            for (String table : List.of("people_session", "people_group_member", "people_enrolment",
                    "people_identity", "people_person")) {
                sql.execute("DELETE FROM " + table);
            }
        });
    }

    @Test
    void who_left_their_last_course_long_ago_goes() {
        PersonId gone = person(150);
        left(gone, 101);
        left(gone, 400);
        PersonId recent = person(150);
        left(recent, 99);
        PersonId there = person(150);
        left(there, 200);
        left(there, null);
        PersonId back = person(50);
        left(back, 200);
        assertThat(retire()).isEqualTo(1);
        assertThat(kept(gone)).isFalse();
        assertThat(List.of(recent, there, back)).allMatch(this::kept);
    }

    @Test
    void who_does_not_sign_in_for_years_goes_from_whatever_course() {
        PersonId away = person(1_001);
        left(away, null);
        PersonId seen = person(999);
        left(seen, null);
        PersonId neverCame = person(null);
        left(neverCame, null);
        transactions.run(() -> sql.execute("UPDATE people_person SET created_at = ? WHERE id = ?", ago(1_001),
                neverCame.value()));
        PersonId isNew = person(null);
        transactions.run(() -> sql.execute("UPDATE people_person SET created_at = ? WHERE id = ?", ago(1),
                isNew.value()));
        assertThat(retire()).isEqualTo(2);
        assertThat(List.of(away, neverCame)).noneMatch(this::kept);
        assertThat(List.of(seen, isNew)).allMatch(this::kept);
    }

    /** A launch wrote their day down; courses that name no roster never say that somebody left. */
    @Test
    void who_came_yesterday_stays() {
        PersonId ada = launch("ada", LtiRole.LEARNER).person();
        clock.advance(Duration.ofDays(1));
        assertThat(retire()).isZero();
        assertThat(kept(ada)).isTrue();
        clock.advance(Duration.ofDays(1_001));
        assertThat(retire()).isEqualTo(1);
        assertThat(people.subject(ada, platform)).isEmpty();
    }

    @Test
    void hundreds_go_and_a_node_that_stops_leaves_the_others() {
        for (int i = 0; i < 230; i++) {
            person(2_000);
        }
        AtomicInteger asked = new AtomicInteger();
        assertThat(retirePeople.handle(jobs, () -> asked.incrementAndGet() <= 120)).isEqualTo(120);
        assertThat(retire()).isEqualTo(110);
        assertThat(retire()).isZero();
    }

    @Test
    void it_comes_round_by_itself() {
        assertThat(jobs.getScheduledExecutions()).anyMatch(job -> job.getTaskInstance().getTaskName()
                .equals("people-retention"));
    }

    private int retire() {
        return retirePeople.handle(jobs, () -> true);
    }

    private boolean kept(PersonId person) {
        return transactions.call(() -> known.find(person)).isPresent();
    }

    /** @param days since they were seen, absent for never */
    private PersonId person(@Nullable Integer days) {
        UUID id = UUID.randomUUID();
        transactions.run(() -> sql.execute("INSERT INTO people_person SET id = ?, seen_on = ?, created_at = ?, "
                + "updated_at = ?", id, days == null ? null : ago(days).toLocalDate(), ago(LONG_AGO), ago(LONG_AGO)));
        return new PersonId(id);
    }

    /** @param days since they left a course, absent when they are there */
    private void left(PersonId person, @Nullable Integer days) {
        UUID organisation = UUID.randomUUID();
        UUID course = UUID.randomUUID();
        transactions.run(() -> {
            sql.execute("INSERT INTO people_organisation SET id = ?, lti_deployment_id = ?, name = 'x', "
                    + "created_at = now()", organisation, organisation);
            sql.execute("INSERT INTO people_course SET id = ?, organisation_id = ?, context_id = 'c', "
                    + "created_at = now()", course, organisation);
            sql.execute("INSERT INTO people_enrolment SET course_id = ?, person_id = ?, role = 'LEARNER', since = ?, "
                    + "left_at = ?", course, person.value(), ago(LONG_AGO), days == null ? null : ago(days));
        });
    }

    private LocalDateTime ago(int days) {
        return LocalDateTime.ofInstant(clock.instant().minus(Duration.ofDays(days)), ZoneOffset.UTC);
    }
}
