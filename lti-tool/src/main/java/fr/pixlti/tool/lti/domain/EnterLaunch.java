package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.lti.Target;
import fr.pixlti.tool.lti.spi.ActivityProvider;
import fr.pixlti.tool.lti.spi.ActivityProvider.Copied;
import fr.pixlti.tool.lti.spi.ActivityProvider.Opening;
import fr.pixlti.tool.lti.spi.LaunchAdmission;
import fr.pixlti.tool.lti.spi.LaunchAdmission.Admission;
import fr.pixlti.tool.lti.spi.LaunchAdmission.Admitted;
import fr.pixlti.tool.lti.spi.LaunchAdmission.Arrival;
import fr.pixlti.tool.shared.Ids;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The last part of a launch, inside its transaction: the link, what it points at, the person, the activity. */
@Component
class EnterLaunch {

    private final ResourceLinks links;
    private final FindOrigin findOrigin;
    private final Activities activities;
    private final LaunchAdmission admissions;
    private final PickGrants grants;
    private final Ids ids;

    EnterLaunch(ResourceLinks links, FindOrigin findOrigin, Activities activities, LaunchAdmission admissions,
            PickGrants grants, Ids ids) {
        this.links = links;
        this.findOrigin = findOrigin;
        this.activities = activities;
        this.admissions = admissions;
        this.grants = grants;
        this.ids = ids;
    }

    /** @param deployment approved */
    LaunchAnswer handle(UUID loginId, Launch launch, Platform platform, Deployment deployment) {
        Seen seen = seen(launch, deployment);
        ResourceLink link = seen.link();
        String wanted = launch.custom().target() == null ? link.pickedTarget() : launch.custom().target();
        Optional<Target> target = wanted == null ? Optional.empty() : Target.parse(wanted);
        Optional<ActivityProvider> provider = target.flatMap(activities::providing);
        if (wanted != null && provider.isEmpty()) {
            return new LaunchAnswer.Refused(
                    new LaunchRefused(Fault.TARGET_UNKNOWN, target.map(Target::toString).orElse(""), platform));
        }
        if (seen.originId() != null && provider.isPresent()) {
            provider.get().copied(new Copied(target.orElseThrow(), link.id(), seen.originId()));
        }
        Admission admission = admissions.admit(arrival(loginId, launch, platform, deployment),
                admitted -> provider.isPresent()
                        ? provider.get().open(new Opening(target.orElseThrow(), link.id(), link.title(),
                                admitted.person(), launch.role(), admitted.courseId()))
                        : unset(launch, link, admitted));
        return new LaunchAnswer.Opened(admission);
    }

    private Seen seen(Launch launch, Deployment deployment) {
        Optional<ResourceLink> known = known(launch, deployment);
        if (known.isEmpty()) {
            return first(ResourceLink.first(ids.next(), launch.platformId(), deployment.id(), launch), launch);
        }
        ResourceLink now = known.get().seen(launch);
        if (!now.equals(known.get())) {
            links.update(now);
        }
        return new Seen(now, null);
    }

    private Seen first(ResourceLink link, Launch launch) {
        return findOrigin.handle(launch, link)
                .map(origin -> new Seen(links.addCopy(link.copyOf(origin, launch), origin.id()), origin.id()))
                .orElseGet(() -> new Seen(links.add(link), null));
    }

    /** A link without a target is read afresh: a teacher may just have picked one. */
    private Optional<ResourceLink> known(Launch launch, Deployment deployment) {
        String id = launch.link().resourceLinkId();
        Optional<ResourceLink> recent = links.recent(deployment.id(), id);
        boolean unset = launch.custom().target() == null && recent.isPresent() && recent.get().pickedTarget() == null;
        return unset ? links.find(deployment.id(), id) : recent;
    }

    private String unset(Launch launch, ResourceLink link, Admitted admitted) {
        if (launch.role() != LtiRole.INSTRUCTOR) {
            return "/lti/not-ready";
        }
        return "/lti/pick?link=" + link.id() + "&grant="
                + grants.write(link.id(), admitted.person(), admitted.courseId());
    }

    /** A launch outside a course (suite case 22) is in a course of its own, the link's, so that roles have a place. */
    private static Arrival arrival(UUID loginId, Launch launch, Platform platform, Deployment deployment) {
        Launch.Person person = launch.person();
        Launch.Course course = launch.course() == null
                ? new Launch.Course("link:" + launch.link().resourceLinkId(), launch.link().title(), null)
                : launch.course();
        String locale = launch.locale();
        return new Arrival(loginId, platform.id(), deployment.id(), platform.name(), person.subject(),
                person.givenName(), person.familyName(), person.fullName(), person.email(), launch.role(),
                course.contextId(), course.title(),
                locale == null ? null : Locale.forLanguageTag(locale), launch.returnUrl(), course.membershipsUrl(),
                launch.custom().groupIds());
    }

    /** @param originId the link that this one, seen for the first time, was copied from */
    private record Seen(ResourceLink link, @Nullable UUID originId) {}
}
