package fr.pixlti.tool.assessment.domain;

import fr.pixlti.tool.assessment.AssessmentId;
import fr.pixlti.tool.assessment.Subject;
import fr.pixlti.tool.assessment.domain.engine.KnowledgeElement;
import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
     * @param before as the caller believes it to be
     * @param after what it is from now on
     * @return whether the test was still so, its question and its person's needs included; otherwise nothing changed
     */
    boolean moveOn(Assessment before, Assessment after);

    /**
     * Asks something else in place of a question that cannot be answered: {@link Assessment#asking} or
     * {@link Assessment#suiting}.
     *
     * @param before what the test must still be at
     */
    void askInstead(Assessment before, Assessment after);

    void startClock(AssessmentId id, Instant now);

    void passCheckpoint(AssessmentId id, int answered);

    /** The tests under way of a person. */
    List<Assessment> started(PersonId person);

    /** The tests under way of a person, held against other requests until the transaction ends. */
    List<Assessment> lockStarted(PersonId person);

    /** Gives up the tests under way of a person that are about this. */
    void abandon(PersonId person, Subject subject);

    /**
     * Ids of the items that a person answered.
     *
     * @param competence leaves out tests of other competences, not those of paths; absent for all tests
     */
    Set<String> metItems(PersonId person, @Nullable String competence);

    List<Known> knowledge(PersonId person, Collection<String> competences);

    /** Everything known of a person, by competence; one of which nothing is known is not in it. */
    Map<String, List<Known>> knowledge(PersonId person);

    /** Of how many of these skills something is known, by person; whoever nothing is known of is absent. */
    Map<PersonId, Integer> known(Collection<PersonId> people, Collection<String> skills);

    /** Newer elements take the place of older ones. */
    void keep(PersonId person, String competence, AssessmentId id, Collection<KnowledgeElement> elements);

    void forget(PersonId person, String competence);

    /** The same for some of the skills of some competences. */
    void forget(PersonId person, Collection<String> competences, Collection<String> skills);

    /** @param position 1 for the first question; @param given what was chosen or typed, as JSON */
    record Answered(int position, String skill, String item, Outcome outcome, String given, Instant at) {}

    /** A knowledge element and the test that taught it. */
    record Known(KnowledgeElement element, AssessmentId assessment) {}
}
