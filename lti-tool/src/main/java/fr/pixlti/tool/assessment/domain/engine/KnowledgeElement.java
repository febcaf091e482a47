package fr.pixlti.tool.assessment.domain.engine;

import java.time.Instant;

/**
 * What is known of one skill of a person.
 *
 * @param skill its id
 * @param at when it was learnt of
 */
public record KnowledgeElement(String skill, Status status, Source source, Instant at) {

    public boolean validated() {
        return status == Status.VALIDATED;
    }

    public boolean direct() {
        return source == Source.DIRECT;
    }
}
