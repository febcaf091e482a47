package fr.pixlti.tool.lti.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.lti.LtiRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolesTests {

    private static final String LIS = "http://purl.imsglobal.org/vocab/lis/v2/";

    @ParameterizedTest
    @CsvSource({"membership#Instructor, INSTRUCTOR, INSTRUCTOR", "membership#ContentDeveloper, INSTRUCTOR, INSTRUCTOR",
        "membership#Administrator, INSTRUCTOR, INSTRUCTOR", "membership#Learner, LEARNER, LEARNER",
        "membership#Mentor, OBSERVER, OBSERVER", "membership#Member, OBSERVER, OBSERVER",
        "membership#Manager, OBSERVER, OBSERVER", "membership/Instructor#TeachingAssistant, INSTRUCTOR, INSTRUCTOR",
        "membership/Learner#GuestLearner, LEARNER, LEARNER", "membership/Learner#Instructor, LEARNER, LEARNER",
        "membership/Mentor#Mentor, OBSERVER, OBSERVER", "membership, OBSERVER, OBSERVER",
        "membership/#Instructor, OBSERVER, OBSERVER", "membershipInstructor, OBSERVER, OBSERVER",
        "institution/person#Instructor, OBSERVER, INSTRUCTOR", "institution/person#Faculty, OBSERVER, INSTRUCTOR",
        "institution/person#Student, OBSERVER, LEARNER", "institution/person#Learner, OBSERVER, LEARNER",
        "institution/person#Administrator, OBSERVER, OBSERVER", "institution/person#Staff, OBSERVER, OBSERVER",
        "system/person#Administrator, OBSERVER, OBSERVER", "system/person#SysAdmin, OBSERVER, OBSERVER"})
    void a_role_of_the_vocabulary_counts_as(String role, LtiRole inCourse, LtiRole outside) {
        assertThat(Roles.of(List.of(LIS + role), true)).isEqualTo(inCourse);
        assertThat(Roles.of(List.of(LIS + role), false)).isEqualTo(outside);
    }

    @ParameterizedTest
    @CsvSource({"Instructor, INSTRUCTOR", "learner, LEARNER", "TeachingAssistant, INSTRUCTOR", "Student, OBSERVER",
        "'', OBSERVER", "urn:lti:role:ims/lis/Instructor, OBSERVER"})
    void a_short_name_is_a_role_in_the_course(String role, LtiRole expected) {
        assertThat(Roles.of(List.of(role), true)).isEqualTo(expected);
    }

    @Test
    void the_strongest_role_counts_and_unknown_ones_do_not_matter() {
        assertThat(Roles.of(List.of("x", "Learner", LIS + "membership#Instructor"), true))
                .isEqualTo(LtiRole.INSTRUCTOR);
        assertThat(Roles.of(List.of(), true)).isEqualTo(LtiRole.OBSERVER);
    }

    @Test
    void a_moodle_administrator_who_learns_in_the_course_is_a_learner_there() {
        List<String> roles = List.of(LIS + "membership#Learner", LIS + "institution/person#Administrator",
                LIS + "system/person#Administrator", LIS + "institution/person#Instructor");
        assertThat(Roles.of(roles, true)).isEqualTo(LtiRole.LEARNER);
    }
}
