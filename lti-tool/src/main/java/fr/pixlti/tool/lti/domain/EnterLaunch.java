package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.lti.Target;
import fr.pixlti.tool.lti.spi.ActivityProvider;
import fr.pixlti.tool.lti.spi.ActivityProvider.Copied;
import fr.pixlti.tool.lti.spi.ActivityProvider.Opening;
import fr.pixlti.tool.lti.spi.LaunchAdmission.Admission;
import fr.pixlti.tool.lti.spi.LaunchAdmission.Admitted;
import fr.pixlti.tool.shared.Ids;
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
    private final Admit admit;
    private final EnterAsTeacher enterAsTeacher;
    private final PickGrants grants;
    private final Ids ids;

    EnterLaunch(ResourceLinks links, FindOrigin findOrigin, Activities activities, Admit admit,
            EnterAsTeacher enterAsTeacher, PickGrants grants, Ids ids) {
        this.links = links;
        this.findOrigin = findOrigin;
        this.activities = activities;
        this.admit = admit;
        this.enterAsTeacher = enterAsTeacher;
        this.grants = grants;
        this.ids = ids;
    }

    /** @param deployment approved */
    LaunchAnswer handle(UUID loginId, Launch launch, Platform platform, Deployment deployment) {
        Arriving arriving = new Arriving(loginId, launch, platform, deployment);
        return switch (launch.message()) {
            case Launch.LinkRequest open -> open(arriving, open.link());
            case Launch.ContentRequest choose -> enterAsTeacher.choose(arriving, choose);
            case Launch.ReviewRequest review -> enterAsTeacher.review(arriving, review);
        };
    }

    private LaunchAnswer open(Arriving arriving, Launch.Placement placement) {
        Launch launch = arriving.launch();
        Seen seen = seen(launch, placement, arriving.deployment());
        ResourceLink link = seen.link();
        String wanted = launch.custom().target() == null ? link.pickedTarget() : launch.custom().target();
        Optional<Target> target = wanted == null ? Optional.empty() : Target.parse(wanted);
        Optional<ActivityProvider> provider = target.flatMap(activities::providing);
        if (wanted != null && provider.isEmpty()) {
            return new LaunchAnswer.Refused(new LaunchRefused(Fault.TARGET_UNKNOWN,
                    target.map(Target::toString).orElse(""), arriving.platform()));
        }
        if (seen.originId() != null && provider.isPresent()) {
            provider.get().copied(new Copied(target.orElseThrow(), link.id(), seen.originId()));
        }
        Admission admission = admit.handle(arriving, "link:" + placement.resourceLinkId(), placement.title(),
                admitted -> provider.isPresent()
                        ? provider.get().open(new Opening(target.orElseThrow(), link.id(), link.title(),
                                admitted.person(), launch.role(), admitted.courseId()))
                        : unset(launch, link, admitted));
        return new LaunchAnswer.Opened(admission);
    }

    private Seen seen(Launch launch, Launch.Placement placement, Deployment deployment) {
        Optional<ResourceLink> known = known(launch, placement.resourceLinkId(), deployment);
        if (known.isEmpty()) {
            return first(ResourceLink.first(ids.next(), launch.platformId(), deployment.id(), launch, placement),
                    launch);
        }
        ResourceLink now = known.get().seen(launch, placement);
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
    private Optional<ResourceLink> known(Launch launch, String id, Deployment deployment) {
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

    /** @param originId the link that this one, seen for the first time, was copied from */
    private record Seen(ResourceLink link, @Nullable UUID originId) {}

    /** A launch that is right in every respect. @param deployment approved */
    record Arriving(UUID loginId, Launch launch, Platform platform, Deployment deployment) {}
}
