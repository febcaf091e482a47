package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.lti.spi.LaunchAdmission.Admission;
import org.jspecify.annotations.Nullable;

/** What becomes of a launch that was posted. */
public sealed interface LaunchAnswer {

    /** The person is in. */
    record Opened(Admission admission) implements LaunchAnswer {}

    /** Posted again by a browser that holds the session it led to. @param path full path to go to */
    record Reopened(String path) implements LaunchAnswer {}

    /**
     * Right, but the browser kept no cookie: to be opened in a window of its own, or in the frame where the platform's
     * storage answers.
     *
     * @param storage where the platform keeps the proof; absent where it keeps none
     * @param proofNeeded whether the ticket is good only together with that proof
     * @param contentReturn with which the frame fetches what is chosen in the window; absent where nothing is chosen
     */
    record ToNewWindow(OneUseSecret ticket, Platform platform, StorageProofs.@Nullable Storage storage,
            boolean proofNeeded, @Nullable OneUseSecret contentReturn)
            implements
                LaunchAnswer {}

    /** Not honoured. */
    record Refused(LaunchRefused refusal) implements LaunchAnswer {}
}
