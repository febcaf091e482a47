package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.lti.LtiRole;
import java.util.List;
import java.util.Locale;

/**
 * What the {@code roles} claim amounts to here (LTI 1.3 core, appendix A.2).
 *
 * <p>Inside a course only what somebody is <em>in that course</em> counts: full names of the membership vocabulary, short
 * names, sub-roles by their main role. A teacher of the school who takes a course as a learner is a learner there, and
 * an administrator of the school or of the platform who has no role in the course sees nobody's results. Outside a
 * course there is no membership, so a teacher or a student of the institution is taken as such; an administrator alone
 * is not: administering is done in the tool's own console.
 */
public final class Roles {

    private static final String VOCABULARY = "http://purl.imsglobal.org/vocab/lis/v2/";
    private static final String MEMBERSHIP = VOCABULARY + "membership";
    private static final String INSTITUTION = VOCABULARY + "institution/person#";

    private Roles() {}

    /** @param inCourse whether the launch comes with a context */
    public static LtiRole of(List<String> roles, boolean inCourse) {
        LtiRole strongest = LtiRole.OBSERVER;
        for (String role : roles) {
            LtiRole one = role(role.strip(), inCourse);
            if (one.compareTo(strongest) < 0) {
                strongest = one;
            }
        }
        return strongest;
    }

    private static LtiRole role(String role, boolean inCourse) {
        if (role.startsWith(MEMBERSHIP)) {
            return membership(role.substring(MEMBERSHIP.length()));
        }
        if (role.startsWith(INSTITUTION)) {
            return inCourse ? LtiRole.OBSERVER : institution(role.substring(INSTITUTION.length()));
        }
        return named(role);
    }

    /** {@code #Learner}, or {@code /Instructor#TeachingAssistant}, where the main role decides. */
    private static LtiRole membership(String rest) {
        if (rest.startsWith("#")) {
            return named(rest.substring(1));
        }
        int sub = rest.indexOf('#');
        return rest.startsWith("/") && sub > 1 ? named(rest.substring(1, sub)) : LtiRole.OBSERVER;
    }

    private static LtiRole named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "instructor", "contentdeveloper", "teachingassistant", "administrator" -> LtiRole.INSTRUCTOR;
            case "learner" -> LtiRole.LEARNER;
            default -> LtiRole.OBSERVER;
        };
    }

    private static LtiRole institution(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "instructor", "faculty" -> LtiRole.INSTRUCTOR;
            case "learner", "student" -> LtiRole.LEARNER;
            default -> LtiRole.OBSERVER;
        };
    }
}
