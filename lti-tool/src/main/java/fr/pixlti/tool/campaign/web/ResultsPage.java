package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.campaign.domain.Campaign;
import fr.pixlti.tool.campaign.domain.Part;
import fr.pixlti.tool.campaign.domain.Participation;
import fr.pixlti.tool.campaign.domain.ReadResults;
import fr.pixlti.tool.lti.spi.ScoreReturns.ColumnReturns;
import fr.pixlti.tool.lti.spi.ScoreReturns.Held;
import fr.pixlti.tool.lti.spi.ScoreReturns.LinkReturns;
import fr.pixlti.tool.lti.spi.ScoreReturns.ScoreReturn;
import fr.pixlti.tool.lti.spi.ScoreReturns.State;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the teacher's page of an activity shows.
 *
 * @param waiting scores not yet in the activity's own column
 * @param refused scores that will not get there
 * @param columns those beside it
 * @param withoutColumns bundle key of why the columns that the teacher chose are not made
 */
record ResultsPage(UUID id, String name, String description, List<Row> rows, long done, long waiting, long refused,
        List<Column> columns, @Nullable String withoutColumns) {

    private static final String REASON = "gradebook.reason.";

    /** NOT_OPENED, NOT_STARTED, RUNNING, DONE. */
    enum Progress {
        NOT_OPENED, NOT_STARTED, RUNNING, DONE
    }

    /**
     * @param level of a test of one competence
     * @param levels of a test of several, in its order
     * @param work participation under which what they did can be read, absent for who has not opened the activity
     * @param sent state of the score's return, absent when none is owed
     * @param reason bundle key of why it waits or was refused
     * @param changes where the gradebook holds a teacher's grade, in whatever column
     * @param troubles what went wrong in the columns beside
     */
    record Row(String name, Progress progress, @Nullable Integer level, List<Level> levels, @Nullable Integer pix,
            @Nullable UUID work, @Nullable String sent, @Nullable String reason, @Nullable Instant at,
            List<Change> changes, List<Trouble> troubles) {}

    /** A competence of a test of several; absent level: not done yet. */
    record Level(String competence, @Nullable Integer level) {}

    /**
     * A grade that is not ours any more: what stands in the gradebook beside what was sent.
     *
     * @param column its label; empty for the activity's own
     */
    record Change(String column, BigDecimal score, BigDecimal maximum, BigDecimal given, BigDecimal givenOutOf) {}

    /** @param reason bundle key */
    record Trouble(String column, String reason) {}

    /**
     * A column beside the activity's own.
     *
     * @param reason bundle key of why it is not there yet
     * @param copies further columns of the same kind, which get nothing
     */
    record Column(String label, @Nullable String reason, int copies, long sent, long waiting, long refused) {}

    static ResultsPage of(ReadResults.Results results, CampaignController.Head head) {
        List<Row> rows = results.rows().stream().map(row -> row(row, results.campaign())).toList();
        LinkReturns returns = results.returns();
        return new ResultsPage(results.campaign().id(), head.name(), head.description(), rows,
                rows.stream().filter(row -> row.progress == Progress.DONE).count(),
                count(rows, State.WAITING), count(rows, State.REFUSED),
                returns.columns().stream().map(ResultsPage::column).toList(),
                returns.withoutColumns() == null ? null : REASON + returns.withoutColumns());
    }

    private static Column column(ColumnReturns column) {
        return new Column(column.label(), column.reason() == null ? null : REASON + column.reason(), column.copies(),
                count(column, State.SENT) + count(column, State.SUPERSEDED), count(column, State.WAITING),
                count(column, State.REFUSED));
    }

    private static long count(ColumnReturns column, State state) {
        return column.scores().values().stream().filter(score -> score.state() == state).count();
    }

    private static Row row(ReadResults.Row row, Campaign campaign) {
        Participation part = row.participation();
        ScoreReturn sent = row.sent();
        List<Change> changes = new ArrayList<>();
        List<Trouble> troubles = new ArrayList<>();
        if (sent != null) {
            change("", sent).ifPresent(changes::add);
        }
        for (ReadResults.Beside beside : row.beside()) {
            ColumnReturns column = beside.column();
            ScoreReturn score = beside.score();
            change(column.label(), score).ifPresent(changes::add);
            // What is wrong with the column itself is said once, beside the column.
            if (score.state() != State.SENT && score.reason() != null && column.reason() == null) {
                troubles.add(new Trouble(column.label(), REASON + score.reason()));
            }
        }
        return new Row(row.name(), progress(part, row.parts()), part == null ? null : part.level(),
                part != null && campaign.several() ? levels(row.parts(), campaign) : List.of(),
                part == null ? null : part.pix(), part == null ? null : part.id(),
                sent == null ? null : sent.state().name(),
                sent == null || sent.reason() == null ? null : REASON + sent.reason(),
                sent == null ? null : sent.at(), changes, troubles);
    }

    private static Optional<Change> change(String column, ScoreReturn score) {
        Held held = score.held();
        return held == null
                ? Optional.empty()
                : Optional.of(new Change(column, held.score(), held.maximum(), score.given(), score.maximum()));
    }

    private static List<Level> levels(List<Part> parts, Campaign campaign) {
        Map<String, Part> begun = parts.stream().collect(Collectors.toMap(Part::competence, Function.identity()));
        return campaign.competences().stream().map(competence -> {
            Part part = begun.get(competence);
            return new Level(competence, part == null ? null : part.level());
        }).toList();
    }

    static Progress progress(@Nullable Participation part, List<Part> parts) {
        if (part == null) {
            return Progress.NOT_OPENED;
        }
        if (part.completedAt() != null) {
            return Progress.DONE;
        }
        return part.assessmentId() == null && parts.isEmpty() ? Progress.NOT_STARTED : Progress.RUNNING;
    }

    private static long count(List<Row> rows, State state) {
        return rows.stream().filter(row -> state.name().equals(row.sent)).count();
    }
}
