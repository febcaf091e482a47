package fr.pixlti.tool.assessment;

import fr.pixlti.tool.shared.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The door of the assessment room. */
public interface AssessmentApi {

    /** An id for a test about to start, so that whoever starts it can note it down first. */
    AssessmentId nextId();

    /**
     * Starts a test on the newest content. What the person knows already is not asked again; skills
     * invalidated long enough ago are (pix.md §1, delays). When nothing is left to ask, the test is over at once and
     * {@code AssessmentCompleted}, of a path {@code PathCompleted}, is published before this returns.
     *
     * @param id from {@link #nextId()}
     * @param continueTo path in the tool, without a session's prefix, where the learner goes once the test is over
     * @param leavingCounts whether an answer is no success when the page of its question was left, where that is noticed:
     *     in certification only (pix.md §5)
     */
    void start(AssessmentId id, PersonId person, Subject subject, String continueTo, boolean leavingCounts);

    /** The same of one competence, outside certification. */
    default void start(AssessmentId id, PersonId person, String competence, String continueTo) {
        start(id, person, new Subject.Competence(competence), continueTo, false);
    }

    /** Path, without a session's prefix, of the page on which this test is taken. */
    String path(AssessmentId id);

    /**
     * Forgets what is known of a person's skills in a competence, so that a new test asks all of it again; tests of it
     * that are under way are given up.
     */
    void reset(PersonId person, String competence);

    /** The same for the skills of a path, as far as no isolated test concerns them; an exam is given up, no more. */
    void reset(PersonId person, Subject.Path path);

    /** Progress and result of one test; empty for an unknown one and for one that was given up. */
    Optional<AssessmentView> view(AssessmentId id);

    /** A person's tests under way, by the path that each leads to once it is over. */
    Map<String, AssessmentView> running(PersonId person);

    /** The highest level that can be reached now, 1 to 8. */
    int maxLevel();

    /** Time after which what was failed may be asked again, zero to ask at once. */
    Duration improveAfter();

    /** What is known of a person in a competence, from every test taken. */
    Scorecard scorecard(PersonId person, String competence);

    /** The same for every competence of the CRCN, in its order. */
    List<Scorecard> profile(PersonId person);

    /**
     * What is known of a person's skills of a path: from every test, or when it is isolated from that test alone.
     *
     * @param newest the test under way or the last one done; absent before the first
     */
    PathKnowledge knowledge(PersonId person, Subject.Path path, @Nullable AssessmentId newest);

    /**
     * Where a person is told how tests work, which everybody is once, before their first test.
     *
     * @param continueTo path in the tool, without a session's prefix, where they go from there
     * @return path in the tool, without a session's prefix; empty when they have been told
     */
    Optional<String> introduction(PersonId person, String continueTo);

    /**
     * Of how many skills of a path something is known, by person; of several people at once.
     *
     * @param newest the test under way or the last one done of each of them, which alone counts when the path is isolated
     */
    Map<PersonId, Integer> assessed(Map<PersonId, AssessmentId> newest, Subject.Path path);

    /**
     * @param answered number of questions answered
     * @param completedAt absent while it lasts
     */
    record AssessmentView(AssessmentId id, PersonId person, Subject subject, int answered, Instant startedAt,
            @Nullable Instant completedAt) {}

    /**
     * @param validated ids of skills of the path
     * @param invalidated the same
     * @param lastAt time of the newest knowledge element, absent when nothing is known
     * @param improvableAt when what failed may be asked again, absent when nothing failed
     * @param resettableAt when starting over is allowed, absent when nothing is known
     */
    record PathKnowledge(Set<String> validated, Set<String> invalidated, @Nullable Instant lastAt,
            @Nullable Instant improvableAt, @Nullable Instant resettableAt) {}

    /**
     * A competence's result (pix.md §1, score).
     *
     * @param pix 0 to 8 × {@code maxLevel}
     * @param level 0 to {@code maxLevel}
     * @param assessed number of skills of which something is known
     * @param lastAt time of the newest knowledge element, absent when nothing is known
     * @param improvableAt when a further test may begin, absent when nothing failed or the level is the highest
     * @param resettableAt when starting over is allowed, absent when nothing is known
     */
    record Scorecard(String competence, int pix, int level, int maxLevel, int assessed, int validated,
            @Nullable Instant lastAt, @Nullable Instant improvableAt, @Nullable Instant resettableAt) {}
}
