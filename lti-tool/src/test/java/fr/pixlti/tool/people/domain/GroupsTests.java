package fr.pixlti.tool.people.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.people.CourseGroup;
import fr.pixlti.tool.people.domain.ArrangeGroups.Brought;
import fr.pixlti.tool.people.domain.ArrangeGroups.Unmatched;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The groups of a course: told by launches as numbers, named and completed by the teacher. */
class GroupsTests extends PeopleRoomTest {

    @Autowired
    ArrangeGroups arrange;

    UUID course = new UUID(0, 0);
    PersonId teacher = new PersonId(course);

    @BeforeEach
    void teach() {
        var admitted = launch("teacher", LtiRole.INSTRUCTOR);
        course = admitted.courseId();
        teacher = admitted.person();
    }

    private PersonId pupil(String subject, String name, String... groups) {
        return launch(subject, LtiRole.LEARNER, name, null, groups).person();
    }

    private Map<String, List<PersonId>> members() {
        Map<UUID, java.util.Set<PersonId>> members = people.groupMembers(course);
        return people.groups(course).stream().filter(group -> members.containsKey(group.id()))
                .collect(java.util.stream.Collectors.toMap(
                        group -> group.name() == null ? "#" + group.platformId() : group.name(),
                        group -> List.copyOf(members.getOrDefault(group.id(), java.util.Set.of()))));
    }

    private Brought bring(String list) {
        return arrange.bring(course, teacher, list.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void launches_tell_groups_and_later_ones_change_them() {
        PersonId ada = pupil("1", "Ada", "12", "7", "7");
        assertThat(members()).isEqualTo(Map.of("#12", List.of(ada), "#7", List.of(ada)));
        pupil("1", "Ada", "12");
        assertThat(members()).isEqualTo(Map.of("#12", List.of(ada)));
        pupil("1", "Ada");
        assertThat(members()).as("a link that does not say changes nothing").isEqualTo(Map.of("#12", List.of(ada)));
        assertThat(people.groups(course)).extracting(CourseGroup::size).containsExactlyInAnyOrder(1, 0);
    }

    @Test
    void a_teacher_names_them_once() {
        pupil("1", "Ada", "12");
        UUID group = people.groups(course).getFirst().id();
        arrange.name(course, teacher, Map.of(group, " 3e A "));
        pupil("2", "Bob", "12");
        assertThat(people.groups(course)).containsExactly(new CourseGroup(group, "3e A", "12", 2));
        arrange.name(course, teacher, Map.of(group, "3e A"));
        arrange.name(course, teacher, Map.of(group, " "));
        assertThat(people.groups(course)).extracting(CourseGroup::name).containsExactly("3e A");
    }

    @Test
    void only_teachers_of_the_course_touch_its_groups() {
        PersonId ada = pupil("1", "Ada", "12");
        UUID group = people.groups(course).getFirst().id();
        UUID mine = course;
        teach();
        launchElsewhere();
        for (org.assertj.core.api.ThrowableAssert.ThrowingCallable deed : List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                () -> arrange.look(mine, ada),
                () -> arrange.name(mine, ada, Map.of(group, "x")),
                () -> arrange.bring(mine, ada, "x;Ada".getBytes(StandardCharsets.UTF_8)),
                () -> arrange.name(elsewhere, neighbour, Map.of(group, "x")))) {
            assertThatExceptionOfType(DomainError.class).isThrownBy(deed)
                    .satisfies(error -> assertThat(error.code()).isEqualTo("people.course-unknown"));
        }
        assertThat(people.groups(mine)).extracting(CourseGroup::name).containsOnlyNulls();
    }

    private UUID elsewhere = course;
    private PersonId neighbour = teacher;

    private void launchElsewhere() {
        elsewhere = transactions.call(() -> {
            var admitted = new java.util.concurrent.atomic.AtomicReference<UUID>();
            admission.admit(new fr.pixlti.tool.lti.spi.LaunchAdmission.Arrival(UUID.randomUUID(), platform, deployment,
                    "Moodle", "neighbour", "N", null, null, null, LtiRole.INSTRUCTOR, "other course", null, null, null,
                    null, List.of()), who -> {
                        admitted.set(who.courseId());
                        neighbour = who.person();
                        return "/";
                    });
            return java.util.Objects.requireNonNull(admitted.get());
        });
    }

    @Test
    void a_list_places_pupils_and_says_whom_it_does_not_know() {
        PersonId lea = named("1", "Léa", "Martin-Durand", "lea@lycee.example");
        PersonId bob = named("2", "Bob", "Petit", null);
        named("3", "Zoé", "Roux", "zoe1@lycee.example");
        PersonId zoe = named("4", "Zoé", "Roux", "zoe2@lycee.example");

        assertThat(bring("""
                Groupe;Prénom;Nom
                3A;LEA;martin durand
                "3 ""B""\";Petit;Bob

                3A;Zoé;Roux
                3A;zoe2@lycee.example
                3A;Personne
                ;Bob Petit""")).isEqualTo(
                new Brought(3, 2, List.of(new Unmatched(5, "Zoé Roux", true), new Unmatched(7, "Personne", false),
                        new Unmatched(8, "Bob Petit", false))));
        assertThat(members()).containsOnlyKeys("3A", "3 \"B\"").containsEntry("3 \"B\"", List.of(bob));
        assertThat(members().getOrDefault("3A", List.of())).containsExactlyInAnyOrder(lea, zoe);
        pupil("1", "Léa", "99");
        assertThat(members().getOrDefault("3A", List.of())).as("launches take nobody out of a teacher's group")
                .contains(lea);
        assertThat(arrange.bring(course, teacher, "3A\tLéa\tMartin-Durand".getBytes(Charset.forName("windows-1252"))))
                .isEqualTo(new Brought(1, 1, List.of()));
    }

    private PersonId named(String subject, String given, String family,
            @org.jspecify.annotations.Nullable String email) {
        var person = new java.util.concurrent.atomic.AtomicReference<PersonId>();
        transactions.run(() -> admission.admit(
                new fr.pixlti.tool.lti.spi.LaunchAdmission.Arrival(UUID.randomUUID(), platform, deployment, "Moodle",
                        subject, given, family, null, email, LtiRole.LEARNER, "course", null, null, null, null,
                        List.of()),
                who -> {
                    person.set(who.person());
                    return "/";
                }));
        return java.util.Objects.requireNonNull(person.get());
    }
}
