package fr.pixlti.tool.lti.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Notices of platforms, kept before they are answered. */
public interface Notices {

    /** Keeps the notice; nothing when the platform has sent it before. */
    void add(Notice notice, byte[] onceHash, Instant now);

    /** Those not handled yet, the oldest first. */
    List<Notice> waiting(int most);

    void handled(UUID id, Instant now);

    /** Removes what was handled before. @return how many */
    int purge(Instant before);

    /**
     * A notice (PNS 1.0 §4).
     *
     * @param deploymentId our row
     * @param contextId the course that it is about, empty when it is about none
     * @param origins the courses that it was copied from, the nearest first
     */
    record Notice(UUID id, UUID platformId, UUID deploymentId, String type, String contextId, List<String> origins) {

        public static final String CONTEXT_COPY = "LtiContextCopyNotice";
        public static final String HELLO = "LtiHelloWorldNotice";

        public Notice {
            origins = List.copyOf(origins);
        }
    }
}
