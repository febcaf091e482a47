package fr.pixlti.tool.lti.domain;

import java.util.UUID;

/**
 * A deployment of the tool inside a platform (LTI 1.3 core §3.1.3).
 *
 * @param id our row
 * @param deploymentId the platform's word, at most 255 characters
 */
public record Deployment(UUID id, String deploymentId, Status status) {

    /** PENDING: seen in a launch, waits for the operator; APPROVED: its launches are honoured. */
    public enum Status {
        PENDING, APPROVED
    }

    public boolean approved() {
        return status == Status.APPROVED;
    }
}
