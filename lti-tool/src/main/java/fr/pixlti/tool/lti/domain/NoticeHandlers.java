package fr.pixlti.tool.lti.domain;

import java.net.URI;
import java.util.UUID;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where platforms take handlers for notices, one place for each deployment. */
public interface NoticeHandlers {

    /** Keeps where it is; a place or a choice of types that is new is due at once. */
    void offered(Offer offer, Instant now);

    List<Offer> due(Instant now, int most);

    /** @param next when to try again; absent when ours are registered */
    void tried(Offer offer, @Nullable Instant next, Instant now);

    /**
     * @param deploymentId our row
     * @param types of notices that the platform sends and the tool handles
     * @param failures attempts that failed since it was offered
     */
    record Offer(UUID deploymentId, UUID platformId, String serviceUrl, List<String> types, int failures) {

        public Offer {
            types = List.copyOf(types);
        }
    }

    /** The platforms' side of it. */
    interface Service {

        /** Registers the handler of one type. @return whether the platform took it */
        boolean register(Platform platform, String serviceUrl, String type, URI handler);
    }
}
