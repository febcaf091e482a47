package fr.pixlti.tool.assessment.web;

import fr.pixlti.tool.assessment.AssessmentId;
import fr.pixlti.tool.assessment.domain.TakeTest.Screen;
import org.jspecify.annotations.Nullable;

/**
 * What is said before a question that has a clock, during which leaving is noticed, or both.
 *
 * @param number of the question, from 1
 * @param seconds that its clock gives, absent without one
 * @param focused whether leaving is noticed
 * @param leavingCounts whether that counts
 */
record StartPage(AssessmentId id, int number, @Nullable Integer seconds, boolean focused, boolean leavingCounts) {

    static StartPage of(Screen.ClockStart start) {
        return new StartPage(start.test().id(), start.test().answered() + 1, start.seconds(), start.item().focused(),
                start.test().leavingCounts());
    }

    /** Key of the heading. */
    public String title() {
        if (!focused) {
            return "assessment.clock.title";
        }
        return seconds == null ? "assessment.focus.title" : "assessment.focus.clock-title";
    }
}
