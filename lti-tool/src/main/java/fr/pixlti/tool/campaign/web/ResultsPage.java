package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.campaign.domain.Participation;
import fr.pixlti.tool.campaign.domain.ReadResults;
import fr.pixlti.tool.content.Framework;
import fr.pixlti.tool.lti.spi.ScoreReturns.ScoreReturn;
import fr.pixlti.tool.lti.spi.ScoreReturns.State;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the teacher's page of an activity shows. */
record ResultsPage(UUID id, String name, String description, List<Row> rows, long done, long waiting, long refused) {

    /** NOT_OPENED, NOT_STARTED, RUNNING, DONE. */
    enum Progress {
        NOT_OPENED, NOT_STARTED, RUNNING, DONE
    }

    /**
     * @param sent state of the score's return, absent when none is owed
     * @param reason bundle key of why it waits or was refused
     */
    record Row(String name, Progress progress, @Nullable Integer level, @Nullable Integer pix, @Nullable String sent,
            @Nullable String reason, @Nullable Instant at) {}

    static ResultsPage of(ReadResults.Results results, Framework.Competence competence, Locale locale) {
        List<Row> rows = results.rows().stream().map(ResultsPage::row).toList();
        return new ResultsPage(results.campaign().id(), competence.code() + " " + competence.name(locale),
                competence.description(locale), rows,
                rows.stream().filter(row -> row.progress == Progress.DONE).count(),
                count(rows, State.WAITING), count(rows, State.REFUSED));
    }

    private static Row row(ReadResults.Row row) {
        Participation part = row.participation();
        ScoreReturn sent = row.sent();
        return new Row(row.name(), progress(part), part == null ? null : part.level(), part == null ? null : part.pix(),
                sent == null ? null : sent.state().name(),
                sent == null || sent.reason() == null ? null : "gradebook.reason." + sent.reason(),
                sent == null ? null : sent.at());
    }

    private static Progress progress(@Nullable Participation part) {
        if (part == null) {
            return Progress.NOT_OPENED;
        }
        if (part.completedAt() != null) {
            return Progress.DONE;
        }
        return part.assessmentId() == null ? Progress.NOT_STARTED : Progress.RUNNING;
    }

    private static long count(List<Row> rows, State state) {
        return rows.stream().filter(row -> state.name().equals(row.sent)).count();
    }
}
