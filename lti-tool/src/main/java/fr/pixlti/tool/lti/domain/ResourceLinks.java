package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.lti.Target;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Links placed in courses. */
public interface ResourceLinks {

    Optional<ResourceLink> find(UUID id);

    Optional<ResourceLink> find(UUID deploymentId, String resourceLinkId);

    /** As above, but perhaps as it was up to half a minute ago. */
    Optional<ResourceLink> recent(UUID deploymentId, String resourceLinkId);

    /** Adds the link; when another launch added it at the same moment, gives that one. */
    ResourceLink add(ResourceLink link);

    /** Adds a link that was copied, as above. */
    ResourceLink addCopy(ResourceLink link, UUID originId);

    /** The platform's links with these ids of its own, in no order. */
    List<ResourceLink> ofPlatform(UUID platformId, Collection<String> resourceLinkIds);

    /** The links of these courses with that title, in no order. */
    List<ResourceLink> ofContexts(UUID deploymentId, Collection<String> contextIds, String title);

    void update(ResourceLink link);

    /** Keeps the target, unless the link has one. @return the link as it is then; empty when there is no such link */
    Optional<ResourceLink> pick(UUID id, Target target);

    /** Keeps the column as the link's own, unless it has one. */
    void couple(UUID id, String lineItemUrl);
}
