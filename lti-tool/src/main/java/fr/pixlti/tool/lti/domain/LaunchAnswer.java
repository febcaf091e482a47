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
     * Right, but the browser kept no cookie: to be opened in a window of its own.
     *
     * @param storage where the proof is that this ticket needs beside; absent when it needs none
     */
    record ToNewWindow(OneUseSecret ticket, Platform platform, StorageProofs.@Nullable Storage storage)
            implements
                LaunchAnswer {}

    /** Not honoured. */
    record Refused(LaunchRefused refusal) implements LaunchAnswer {}
}
