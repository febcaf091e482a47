package fr.pixlti.tool.assessment;

import java.util.UUID;

/** One run of a test by one person. */
public record AssessmentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
