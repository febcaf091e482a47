package fr.pixlti.tool.assessment.domain;

import fr.pixlti.tool.assessment.AssessmentId;
import fr.pixlti.tool.assessment.Subject;
import fr.pixlti.tool.content.Needs;
import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One run of a test.
 *
 * @param seed decides every draw, so that the run can be replayed
 * @param met ids of items met in earlier tests, of which another variant is preferred
 * @param continueTo path where the learner goes once it is over
 * @param currentItem on the learner's screen; absent once over
 * @param currentSince when it was shown, or when the clock of a timed item was started; absent before that
 * @param answered number of answers
 * @param checkpoint number of answers up to which a checkpoint was passed
 * @param needs of the person, by which questions are chosen and shown; none any more once over
 * @param leavingCounts whether an answer is no success when the page of its question was left, where that is noticed
 */
public record Assessment(AssessmentId id, PersonId person, Subject subject, String release, long seed,
        Set<String> met, Status status, String continueTo, @Nullable String currentItem, @Nullable Instant currentSince,
        int answered, int checkpoint, Needs needs, boolean leavingCounts,
        Instant startedAt, @Nullable Instant completedAt) {

    /** STARTED → COMPLETED when nothing is left to ask; → ABANDONED when the person starts over. */
    public enum Status {
        STARTED, COMPLETED, ABANDONED
    }

    /** Whether the answers since the last checkpoint are to be looked at before the next question. */
    public boolean atCheckpoint(int every) {
        return status == Status.STARTED && answered > 0 && answered % every == 0 && checkpoint < answered;
    }

    /** The same test one answer further. @param item to ask next, absent: the test is over */
    Assessment movedOn(@Nullable String item, @Nullable Instant since, @Nullable Instant over) {
        return new Assessment(id, person, subject, release, seed, met,
                over == null ? Status.STARTED : Status.COMPLETED, continueTo, item, since, answered + 1, checkpoint,
                over == null ? needs : Needs.NONE, leavingCounts, startedAt, over);
    }

    /** The same test with another question before the learner. @param item absent: the test is over */
    Assessment asking(@Nullable String item, @Nullable Instant since, @Nullable Instant over) {
        return new Assessment(id, person, subject, release, seed, met,
                over == null ? Status.STARTED : Status.COMPLETED, continueTo, item, since, answered, checkpoint,
                over == null ? needs : Needs.NONE, leavingCounts, startedAt, over);
    }

    /** The test with a checkpoint passed. */
    Assessment passed(int answers) {
        return new Assessment(id, person, subject, release, seed, met, status, continueTo, currentItem,
                currentSince, answered, Math.max(checkpoint, answers), needs, leavingCounts, startedAt, completedAt);
    }

    /** The test with other needs of its person. @param item before them now */
    Assessment suiting(Needs others, @Nullable String item, @Nullable Instant since) {
        return new Assessment(id, person, subject, release, seed, met, status, continueTo, item, since, answered,
                checkpoint, others, leavingCounts, startedAt, completedAt);
    }

    /** The test at its first question. */
    Assessment begun(@Nullable String item, @Nullable Instant since, @Nullable Instant over) {
        return new Assessment(id, person, subject, release, seed, met,
                over == null ? Status.STARTED : Status.COMPLETED, continueTo, item, since, 0, 0,
                over == null ? needs : Needs.NONE, leavingCounts, startedAt, over);
    }
}
