package fr.pixlti.tool.assessment.domain.statistics;

import fr.pixlti.tool.assessment.domain.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A test as the reckoning reads it: nothing of whose it was.
 *
 * @param answers in their order
 */
public record TestRun(UUID id, Instant startedAt, List<Answer> answers) {

    /** @param position 1 for the first question */
    public record Answer(int position, String skill, String item, Outcome outcome, Instant at) {}
}
