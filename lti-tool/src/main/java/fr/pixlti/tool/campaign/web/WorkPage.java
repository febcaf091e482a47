package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.assessment.Gauge;
import fr.pixlti.tool.campaign.domain.ReadWork.Done;
import fr.pixlti.tool.campaign.domain.ReadWork.Work;
import fr.pixlti.tool.content.ContentRelease;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a teacher sees of one person's work.
 *
 * @param campaign whose results page is above this one
 * @param name empty when the host gave none
 */
record WorkPage(UUID campaign, String activity, String name, List<Line> lines) {

    /** NONE: no test yet; RUNNING: one under way; DONE: the last one is over. */
    enum Progress {
        NONE, RUNNING, DONE
    }

    /**
     * @param gauge absent while no test was completed
     * @param answered questions answered in the test under way
     * @param reviewPath where the answers can be read, absent while a test is under way
     */
    record Line(String title, Progress progress, @Nullable Gauge gauge, int answered, @Nullable String reviewPath) {}

    static WorkPage of(Work work, ContentRelease release, Locale locale) {
        List<Line> lines = work.done().stream().map(done -> line(done, work.maxLevel(), release, locale)).toList();
        String title = work.campaign().title();
        return new WorkPage(work.campaign().id(), title == null ? lines.getFirst().title() : title, work.name(), lines);
    }

    private static Line line(Done done, int maxLevel, ContentRelease release, Locale locale) {
        Progress progress = done.test() == null
                ? Progress.NONE
                : done.test().completedAt() == null ? Progress.RUNNING : Progress.DONE;
        Gauge gauge = done.pix() == null || done.level() == null
                ? null
                : Gauge.of(done.level(), maxLevel, done.pix());
        return new Line(
                done.competence() + " " + release.competence(done.competence()).orElseThrow().name(locale), progress,
                gauge, done.test() == null ? 0 : done.test().answered(),
                done.test() != null && progress == Progress.DONE
                        ? "/assessments/" + done.test().id() + "/review"
                        : null);
    }
}
