package fr.pixlti.tool.assessment.domain;

import fr.pixlti.tool.assessment.AssessmentId;
import fr.pixlti.tool.assessment.domain.engine.KnowledgeElement;
import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tests, their answers, and what is known of people. */
public interface Assessments {

    void add(Assessment assessment);

    Optional<Assessment> find(AssessmentId id);

    /** The same, held against other requests until the transaction ends. */
    Optional<Assessment> lock(AssessmentId id);

    /** In the order given. */
    List<Answered> answers(AssessmentId id);

    void addAnswer(AssessmentId id, Answered answer);

    /**
     * Moves a started test one answer further.
     *
     * @param answered number of answers from now on
     * @param item to ask next; absent: the test is over
     * @param since see {@link Assessment#currentSince()}
     * @return whether the test was still where the caller believed, one answer before; otherwise nothing changed
     */
    boolean moveOn(AssessmentId id, int answered, @Nullable String item, @Nullable Instant since,
            @Nullable Instant completedAt);

    /**
     * Asks something else in place of a question that is in no release any more.
     *
     * @param gone what the test must still be at
     * @param item absent: the test is over
     */
    void askInstead(AssessmentId id, String gone, @Nullable String item, @Nullable Instant since,
            @Nullable Instant completedAt);

    void startClock(AssessmentId id, Instant now);

    void passCheckpoint(AssessmentId id, int answered);

    void abandon(PersonId person, String competence);

    /** Ids of the items a person answered in tests of a competence. */
    Set<String> metItems(PersonId person, String competence);

    List<Known> knowledge(PersonId person, String competence);

    /** Newer elements take the place of older ones. */
    void keep(PersonId person, String competence, AssessmentId id, Collection<KnowledgeElement> elements);

    void forget(PersonId person, String competence);

    /** @param position 1 for the first question; @param given what was chosen or typed, as JSON */
    record Answered(int position, String skill, String item, Outcome outcome, String given, Instant at) {}

    /** A knowledge element and the test that taught it. */
    record Known(KnowledgeElement element, AssessmentId assessment) {}
}
