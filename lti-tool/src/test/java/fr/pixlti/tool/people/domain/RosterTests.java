package fr.pixlti.tool.people.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.lti.RosterReading;
import fr.pixlti.tool.lti.RosterReading.Failed;
import fr.pixlti.tool.lti.RosterReading.Member;
import fr.pixlti.tool.lti.RosterReading.Read;
import fr.pixlti.tool.lti.RosterReading.Reason;
import fr.pixlti.tool.lti.RosterReading.Status;
import fr.pixlti.tool.lti.spi.LaunchAdmission.Admitted;
import fr.pixlti.tool.people.PeopleRoom;
import fr.pixlti.tool.people.RosterState;
import fr.pixlti.tool.shared.PersonId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A course as its roster says, whatever the readings. */
class RosterTests extends PeopleRoomTest {

    @Autowired
    Scheduler jobs;

    @Autowired
    PeopleRoom.Statements statements;

    @BeforeEach
    void forgetReadings() {
        platforms.asked.clear();
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    private static Member pupil(String id, String name) {
        return new Member(id, LtiRole.LEARNER, Status.ACTIVE, name, null, null, null);
    }

    private static Member member(String id, LtiRole role, Status status) {
        return new Member(id, role, status, null, null, null, null);
    }

    private static Read read(Member... members) {
        return new Read(List.of(members), null);
    }

    private UUID course() {
        Admitted teacher = launch("teacher", LtiRole.INSTRUCTOR);
        clock.advance(Duration.ofMinutes(1));
        return teacher.courseId();
    }

    private void refresh(UUID course, RosterReading reading) {
        clock.advance(Duration.ofMinutes(1));
        platforms.answer(platform, () -> reading);
        people.refreshRoster(course);
        refreshRoster.handle(course);
    }

    private List<String> learners(UUID course) {
        return subjects(people.learners(course));
    }

    private RosterState state(UUID course) {
        return people.roster(course).orElseThrow();
    }

    @Test
    void pupils_who_never_came_are_there_and_are_the_same_when_they_come() {
        UUID course = course();
        refresh(course, read(member("teacher", LtiRole.INSTRUCTOR, Status.ACTIVE), pupil("1", "Ada"),
                member("2", LtiRole.LEARNER, Status.ACTIVE)));

        assertThat(learners(course)).containsExactlyInAnyOrder("1", "2");
        PersonId ada = people.learners(course).stream()
                .filter(person -> people.subject(person, platform).orElseThrow().equals("1")).findFirst().orElseThrow();
        assertThat(launch("1", LtiRole.LEARNER, null, ROSTER).person()).isEqualTo(ada);
        assertThat(people.displayNames(List.of(ada))).containsEntry(ada, "Ada");
        assertThat(state(course).failure()).isNull();
        assertThat(state(course).readAt()).isNotNull();
        assertThat(state(course).reading()).isFalse();
    }

    @Test
    void absent_names_erase_nothing_and_new_ones_count() {
        UUID course = course();
        PersonId known = launch("1", LtiRole.LEARNER, "Ada", ROSTER).person();
        refresh(course, read(member("1", LtiRole.LEARNER, Status.ACTIVE)));
        assertThat(people.displayNames(List.of(known))).containsEntry(known, "Ada");
        refresh(course, read(pupil("1", "Augusta")));
        assertThat(people.displayNames(List.of(known))).containsEntry(known, "Augusta");
    }

    @Test
    void who_is_no_longer_named_has_left_and_may_come_back() {
        UUID course = course();
        refresh(course, read(pupil("1", "Ada"), pupil("2", "Bob"), pupil("3", "Cyd")));
        refresh(course, read(pupil("1", "Ada"), member("2", LtiRole.LEARNER, Status.INACTIVE)));
        assertThat(learners(course)).containsExactly("1");
        assertThat(subjects(people.formerLearners(course))).containsExactlyInAnyOrder("2", "3");

        launch("2", LtiRole.LEARNER);
        refresh(course, read(pupil("1", "Ada"), pupil("2", "Bob"), pupil("3", "Cyd")));
        assertThat(learners(course)).containsExactlyInAnyOrder("1", "2", "3");
        assertThat(people.formerLearners(course)).isEmpty();
    }

    @Test
    void roles_change_and_strangers_who_neither_teach_nor_learn_are_not_kept() {
        UUID course = course();
        refresh(course, read(pupil("1", "Ada"), member("9", LtiRole.OBSERVER, Status.ACTIVE)));
        PersonId ada = people.learners(course).getFirst();
        refresh(course, read(member("1", LtiRole.INSTRUCTOR, Status.ACTIVE)));
        assertThat(people.roleIn(ada, course)).isEqualTo(LtiRole.INSTRUCTOR);
        assertThat(sql.fetchCount(sql.selectOne().from("people_identity").where("subject = '9'").and("source = ?",
                LtiIdentity.source(platform)))).isZero();
    }

    @Test
    void what_a_launch_said_while_the_roster_was_read_is_newer() {
        UUID course = course();
        clock.advance(Duration.ofMinutes(1));
        platforms.answer(platform, () -> {
            launch("new", LtiRole.LEARNER);
            launch("1", LtiRole.INSTRUCTOR);
            return read(pupil("1", "Ada"));
        });
        refreshRoster.handle(course);
        assertThat(learners(course)).containsExactly("new");
    }

    @Test
    void a_reading_that_fails_leaves_the_roster_as_it_was() {
        UUID course = course();
        refresh(course, read(pupil("1", "Ada"), pupil("2", "Bob")));
        List<Map<String, Object>> before = enrolments(course);
        for (Reason reason : Reason.values()) {
            refresh(course, new Failed(reason));
            assertThat(enrolments(course)).isEqualTo(before);
            assertThat(state(course).failure()).isEqualTo(reason.name().toLowerCase(java.util.Locale.ROOT));
            assertThat(state(course).reading()).isFalse();
        }
        refresh(course, read());
        assertThat(enrolments(course)).as("nobody at all is a slip").isEqualTo(before);
    }

    private List<Map<String, Object>> enrolments(UUID course) {
        return transactions.call(() -> sql
                .fetch("select person_id, role, since, left_at from people_enrolment where course_id = ? order by 1",
                        course)
                .intoMaps());
    }

    @Test
    void differences_are_read_where_there_are_any_and_name_only_what_changed() {
        UUID course = course();
        refresh(course, new Read(List.of(pupil("1", "Ada"), pupil("2", "Bob")), ROSTER + "?since=1"));
        refresh(course, new Read(List.of(member("2", LtiRole.LEARNER, Status.DELETED), pupil("3", "Cyd")),
                ROSTER + "?since=2"));
        assertThat(learners(course)).containsExactlyInAnyOrder("1", "3");

        clock.advance(Duration.ofMinutes(1));
        platforms.answer(platform, () -> new Failed(Reason.REFUSED));
        refresh(course, read(pupil("3", "Cyd")));
        assertThat(learners(course)).containsExactly("3");
        assertThat(state(course).failure()).isNull();
        assertThat(platforms.asked).containsExactly(ROSTER, ROSTER + "?since=1", ROSTER + "?since=2", ROSTER);
    }

    @Test
    void a_roster_just_read_is_not_read_again_by_a_job_that_was_made_before() {
        UUID course = course();
        refresh(course, read(pupil("1", "Ada")));
        refreshRoster.handle(course);
        assertThat(platforms.asked).containsExactly(ROSTER);
    }

    @Test
    void now_and_then_everybody_is_read_though_there_are_differences() {
        UUID course = course();
        refresh(course, new Read(List.of(pupil("1", "Ada")), ROSTER + "?since=1"));
        clock.advance(Duration.ofDays(8));
        refresh(course, read(pupil("1", "Ada")));
        assertThat(platforms.asked).containsExactly(ROSTER, ROSTER);
    }

    @Test
    void five_thousand_people_are_kept_and_found_again() {
        UUID course = course();
        Member[] all = IntStream.range(0, 5_000).mapToObj(i -> pupil("p" + i, "Élève " + i)).toArray(Member[]::new);
        refresh(course, read(all));
        assertThat(people.learners(course)).hasSize(5_000);
        refresh(course, read(all));
        assertThat(people.learners(course)).hasSize(5_000);
        refresh(course, read(java.util.Arrays.copyOf(all, 4_000)));
        assertThat(people.learners(course)).hasSize(4_000);
        assertThat(people.formerLearners(course)).hasSize(1_000);
    }

    @Test
    void a_launch_with_nothing_new_looks_once_and_writes_its_session() {
        launch("1", LtiRole.LEARNER, "Ada", ROSTER, "12", "7");
        clock.advance(Duration.ofMinutes(1));
        assertThat(statements.during(() -> launch("1", LtiRole.LEARNER, "Ada", ROSTER, "7", "12"))).satisfiesExactly(
                look -> assertThat(look).startsWith("select").contains("people_identity"),
                write -> assertThat(write).startsWith("insert into").contains("people_session"));
    }

    @Test
    void a_teacher_who_asks_gets_the_roster_read_by_a_job() {
        UUID course = course();
        refresh(course, read(pupil("1", "Ada")));
        platforms.answer(platform, () -> read(pupil("1", "Ada"), pupil("2", "Bob")));
        clock.advance(Duration.ofMinutes(1));
        people.refreshRoster(course);
        assertThat(state(course).reading()).isTrue();
        sweep();
        await().atMost(Duration.ofSeconds(60)).until(() -> people.learners(course).size() == 2);
        await().atMost(Duration.ofSeconds(60)).until(() -> !state(course).reading());
    }

    @Test
    void a_roster_that_moved_is_read_at_once_and_one_that_is_not_offered_is_not() {
        UUID course = course();
        refresh(course, read(pupil("1", "Ada")));
        launch("1", LtiRole.LEARNER, "Ada", null);
        assertThat(state(course).reading()).isFalse();
        launch("1", LtiRole.LEARNER, "Ada", ROSTER + "/new");
        assertThat(state(course).reading()).isTrue();
        refresh(course, read(pupil("1", "Ada")));
        assertThat(platforms.asked).endsWith(ROSTER + "/new");
        assertThat(people.roster(UUID.randomUUID())).isEmpty();
    }

    private void sweep() {
        transactions.run(() -> jobs.reschedule(TaskInstanceId.of("people-roster-sweep", "recurring"),
                clock.instant()));
        jobs.triggerCheckForDueExecutions();
    }
}
