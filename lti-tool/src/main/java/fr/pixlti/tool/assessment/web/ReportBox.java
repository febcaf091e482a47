package fr.pixlti.tool.assessment.web;

import fr.pixlti.tool.assessment.domain.reports.Report.Category;
import fr.pixlti.tool.assessment.domain.reports.ReportProblem.Said;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The small form below a question with which a problem is reported.
 *
 * @param position number of the question
 * @param apart whether it is a form of its own; otherwise it is part of the answer's, so that sending it loses nothing
 * @param said what came of the last sending, absent before
 * @param chosen category of a sending that was not kept
 * @param words of a sending that was not kept
 */
record ReportBox(int position, boolean apart, List<Category> categories, @Nullable Said said,
        @Nullable Category chosen, String words) {

    static ReportBox fresh(int position, boolean apart, List<Category> categories) {
        return new ReportBox(position, apart, categories, null, null, "");
    }

    public boolean thanked() {
        return said == Said.THANKS;
    }

    /** Key of what is wrong with what was sent; absent when nothing is. */
    public @Nullable String problem() {
        return said == null || thanked() ? null : "assessment.report." + said;
    }
}
