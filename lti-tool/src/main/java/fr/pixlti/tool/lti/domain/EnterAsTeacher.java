package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.lti.Target;
import fr.pixlti.tool.lti.domain.EnterLaunch.Arriving;
import fr.pixlti.tool.lti.spi.ActivityProvider.Reviewing;
import fr.pixlti.tool.lti.spi.LaunchAdmission;
import fr.pixlti.tool.shared.Ids;
import fr.pixlti.tool.shared.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Launches that are for teachers only: choosing content for the course, looking at somebody's work. */
@Component
class EnterAsTeacher {

    /** A working day, as for a link that is set up at its first launch. */
    private static final Duration LIFETIME = Duration.ofHours(8);

    private final Admit admit;
    private final LaunchAdmission people;
    private final ResourceLinks links;
    private final Activities activities;
    private final Dialogues dialogues;
    private final ContentReturns returns;
    private final Moment moment;

    EnterAsTeacher(Admit admit, LaunchAdmission people, ResourceLinks links, Activities activities,
            Dialogues dialogues, ContentReturns returns, Moment moment) {
        this.admit = admit;
        this.people = people;
        this.links = links;
        this.activities = activities;
        this.dialogues = dialogues;
        this.returns = returns;
        this.moment = moment;
    }

    /** New ids and the time. */
    @Component
    record Moment(Ids ids, Clock clock) {}

    /** Opens the dialogue in which content is chosen. */
    LaunchAnswer choose(Arriving arriving, Launch.ContentRequest request) {
        Launch launch = arriving.launch();
        if (launch.role() != LtiRole.INSTRUCTOR) {
            return teachersOnly(arriving);
        }
        // Outside a course, each teacher is in a course of their own: nobody else teaches there.
        return new LaunchAnswer.Opened(
                admit.handle(arriving, "content:" + launch.person().subject(), null, admitted -> {
                    Instant now = moment.clock().instant();
                    UUID id = moment.ids().next();
                    dialogues.add(new Dialogue(id, arriving.platform().id(), launch.deploymentId(), admitted.person(),
                            admitted.courseId(), request.settings(), now.plus(LIFETIME), false), now);
                    returns.opened(arriving.loginId(), id);
                    return "/lti/content/" + id;
                }));
    }

    /** Opens what one person did. The launch says nothing new of the link: its line item may be that of another column. */
    LaunchAnswer review(Arriving arriving, Launch.ReviewRequest request) {
        Launch launch = arriving.launch();
        if (launch.role() != LtiRole.INSTRUCTOR) {
            return teachersOnly(arriving);
        }
        return new LaunchAnswer.Opened(admit.handle(arriving, "link:" + request.resourceLinkId(), null,
                admitted -> work(arriving, request, admitted.person()).orElse("/lti/no-work")));
    }

    private Optional<String> work(Arriving arriving, Launch.ReviewRequest request, PersonId teacher) {
        Optional<ResourceLink> link = links.find(arriving.deployment().id(), request.resourceLinkId());
        Optional<PersonId> person = people.known(arriving.platform().id(), request.userId());
        if (link.isEmpty() || person.isEmpty()) {
            return Optional.empty();
        }
        String said = arriving.launch().custom().target();
        String wanted = said == null ? link.get().pickedTarget() : said;
        Optional<Target> target = wanted == null ? Optional.empty() : Target.parse(wanted);
        return target.flatMap(activities::providing).flatMap(provider -> provider
                .review(new Reviewing(target.orElseThrow(), link.get().id(), teacher, person.get())));
    }

    private static LaunchAnswer teachersOnly(Arriving arriving) {
        return new LaunchAnswer.Refused(new LaunchRefused(Fault.TEACHERS_ONLY, "", arriving.platform()));
    }
}
