package fr.pixlti.tool.lti.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds the link that a new one was copied from: by the history that the launch carries or, where the platform keeps
 * none for links, in the courses that this one was copied from, by its title.
 */
@Component
class FindOrigin {

    private final ResourceLinks links;
    private final ContextCopies contexts;

    FindOrigin(ResourceLinks links, ContextCopies contexts) {
        this.links = links;
        this.contexts = contexts;
    }

    /** For a link never seen before. One or two queries. */
    Optional<ResourceLink> handle(Launch launch, ResourceLink first) {
        List<String> history = launch.custom().linkHistory();
        if (!history.isEmpty()) {
            // The same id in another deployment is another link; where the histories name both, the own one counts.
            return links.ofPlatform(launch.platformId(), history).stream()
                    .filter(link -> !link.resourceLinkId().equals(first.resourceLinkId()))
                    .min(Comparator.comparingInt((ResourceLink link) -> history.indexOf(link.resourceLinkId()))
                            .thenComparing(link -> !link.deploymentId().equals(first.deploymentId())));
        }
        Launch.Course course = launch.course();
        String title = first.title();
        if (course == null || title == null) {
            return Optional.empty();
        }
        List<String> courses = launch.custom().contextHistory().isEmpty()
                ? contexts.originsOf(first.deploymentId(), course.contextId())
                : launch.custom().contextHistory();
        return courses.isEmpty() ? Optional.empty() : nearest(courses, first, title);
    }

    /** Two links of one title in one course cannot be told apart: then there is no origin. */
    private Optional<ResourceLink> nearest(List<String> courses, ResourceLink first, String title) {
        List<ResourceLink> named = links.ofContexts(first.deploymentId(), courses, title);
        return courses.stream()
                .map(course -> named.stream().filter(link -> course.equals(link.contextId())).toList())
                .filter(found -> !found.isEmpty()).findFirst().filter(found -> found.size() == 1).map(List::getFirst);
    }
}
