package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.lti.domain.EnterLaunch.Arriving;
import fr.pixlti.tool.lti.spi.LaunchAdmission;
import fr.pixlti.tool.lti.spi.LaunchAdmission.Admission;
import fr.pixlti.tool.lti.spi.LaunchAdmission.Admitted;
import fr.pixlti.tool.lti.spi.LaunchAdmission.Arrival;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Presents the person of a launch to the room that admits people. */
@Component
class Admit {

    private static final int LONGEST = 255;

    private final LaunchAdmission admissions;

    Admit(LaunchAdmission admissions) {
        this.admissions = admissions;
    }

    /**
     * A launch outside a course (suite case 22) is in a course of its own, so that roles have a place.
     *
     * @param ownCourse names that course, and its title, for a launch outside a course
     */
    Admission handle(Arriving arriving, String ownCourse, @Nullable String ownTitle,
            Function<Admitted, String> opening) {
        Launch launch = arriving.launch();
        Platform platform = arriving.platform();
        Launch.Person person = launch.person();
        Launch.Course course = launch.course() == null
                ? new Launch.Course(fitting(ownCourse), ownTitle, null)
                : launch.course();
        String locale = launch.locale();
        return admissions.admit(new Arrival(arriving.loginId(), platform.id(), arriving.deployment().id(),
                platform.name(), person.subject(), person.givenName(), person.familyName(), person.fullName(),
                person.email(), launch.role(), course.contextId(), course.title(),
                locale == null ? null : Locale.forLanguageTag(locale), launch.returnUrl(),
                course.membershipsUrl(), launch.custom().groupIds()), opening);
    }

    /** The platform's ids may be as long as a course's name may be, before anything stands in front of them. */
    private static String fitting(String name) {
        return name.length() <= LONGEST
                ? name
                : "long:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
