package fr.pixlti.tool.demo.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Columns and grades, kept in a file. Scores are taken by the rules of Moodle 4.5 (facts seen on a running one). */
@Component
@Profile("demo")
public class Gradebook {

    /** Moodle's default for a new activity. */
    public static final double DEFAULT_MAXIMUM = 100;
    private static final double DECIMALS = 100_000;

    private record Cell(String lineItemId, String personId) {}

    private final Map<String, LineItem> columns = new LinkedHashMap<>();
    private final Map<Cell, Grade> grades = new LinkedHashMap<>();
    private final Set<Cell> overridden = new HashSet<>();
    private final Course course;
    private final LmsFile file;
    private final Clock clock;
    private int lastColumn;

    Gradebook(Course course, LmsFile file, Clock clock) {
        this.course = course;
        this.file = file;
        this.clock = clock;
        LmsFile.Content content = file.content();
        if (content.added() != null) {
            content.added().forEach(course::add);
        }
        if (content.columns().isEmpty() && content.lastColumn() == 0) {
            addCoupledColumns();
        } else {
            lastColumn = content.lastColumn();
            content.columns().forEach(column -> columns.put(column.id(), column));
            content.grades().forEach(grade -> grades.put(new Cell(grade.lineItemId(), grade.personId()), grade));
        }
    }

    public synchronized List<LineItem> columns() {
        return List.copyOf(columns.values());
    }

    public synchronized Optional<LineItem> column(String id) {
        return Optional.ofNullable(columns.get(id));
    }

    /** The columns of an activity; Moodle names one in a launch only when it is the only one. */
    public synchronized List<LineItem> columnsOf(String linkId) {
        return columns.values().stream().filter(column -> linkId.equals(column.linkId())).toList();
    }

    public synchronized LineItem add(String label, double maximum, String resourceId, String tag,
            @Nullable String linkId, String deploymentId) {
        LineItem column = new LineItem(String.valueOf(++lastColumn), label, maximum, resourceId, tag, linkId,
                deploymentId, false);
        columns.put(column.id(), column);
        save();
        return column;
    }

    /** Adds an activity to the course, with the column that Moodle couples to it. */
    public synchronized LineItem add(Activity activity) {
        course.add(activity);
        LineItem column = couple(activity);
        save();
        return column;
    }

    /** Adds what a teacher chose in the tool's dialogue; without a column of its own it gets the usual one. */
    public synchronized Activity add(ContentItem item, String deploymentId) {
        ContentItem.Column wanted = item.column();
        Activity activity = course.next(item, deploymentId);
        course.add(activity);
        LineItem usual = couple(activity);
        if (wanted != null) {
            columns.put(usual.id(), new LineItem(usual.id(), usual.label(), wanted.maximum(), wanted.resourceId(),
                    wanted.tag(), activity.id(), deploymentId, true));
        }
        save();
        return activity;
    }

    /** Replaces a column; grades keep their share of the maximum. */
    public synchronized void replace(LineItem column) {
        LineItem before = columns.put(column.id(), column);
        if (before != null && before.maximum() != column.maximum()) {
            double factor = column.maximum() / before.maximum();
            grades.replaceAll((cell, grade) -> cell.lineItemId().equals(column.id()) && grade.value() != null
                    ? new Grade(grade.lineItemId(), grade.personId(), rounded(grade.value() * factor), grade.given(),
                            grade.maximum(), grade.comment(), grade.at())
                    : grade);
        }
        save();
    }

    public synchronized void remove(String columnId) {
        columns.remove(columnId);
        grades.keySet().removeIf(cell -> cell.lineItemId().equals(columnId));
        save();
    }

    public synchronized Optional<Grade> grade(String columnId, String personId) {
        return Optional.ofNullable(grades.get(new Cell(columnId, personId)));
    }

    /** What a column holds, people in the order their first score came in. */
    public synchronized List<Grade> grades(String columnId) {
        return grades.values().stream().filter(grade -> grade.lineItemId().equals(columnId)).toList();
    }

    /** A teacher writes a grade of their own, out of the column's maximum; scores that come later leave it. */
    public synchronized void override(LineItem column, String personId, double value) {
        Cell cell = new Cell(column.id(), personId);
        overridden.add(cell);
        Grade before = grades.get(cell);
        grades.put(cell, new Grade(column.id(), personId, value, value, column.maximum(),
                before == null ? null : before.comment(),
                before == null || before.at() == null
                        ? clock.instant().truncatedTo(ChronoUnit.SECONDS)
                        : before.at()));
        save();
    }

    /**
     * Takes a score: rescaled to the column's maximum, clamped, its comment replacing the last one even when it has none.
     *
     * @return false when the column holds one that is as new or newer, in whole seconds
     */
    public synchronized boolean record(LineItem column, Score score) {
        Cell cell = new Cell(column.id(), score.personId());
        Grade before = grades.get(cell);
        Instant time = score.timestamp().truncatedTo(ChronoUnit.SECONDS);
        if (before != null && before.at() != null && !time.isAfter(before.at())) {
            return false;
        }
        Grade after = score.erases() ? erased(cell, score) : graded(column, score, time);
        // Moodle takes the score, and goes on showing the teacher's own.
        grades.put(cell, before == null || !overridden.contains(cell)
                ? after
                : new Grade(column.id(), score.personId(), before.value(), before.given(), before.maximum(),
                        after.comment(), time));
        save();
        return true;
    }

    /** Forgets grades and what tools added; the key stays. */
    public synchronized void reset() {
        columns.clear();
        grades.clear();
        overridden.clear();
        lastColumn = 0;
        addCoupledColumns();
        save();
    }

    private Grade graded(LineItem column, Score score, Instant time) {
        double given = score.given() == null ? 0 : score.given();
        double scale = score.maximum() == 0 ? 1 : column.maximum() / score.maximum();
        double value = Math.clamp(rounded(given * scale), 0, column.maximum());
        return new Grade(column.id(), score.personId(), value, given, score.maximum(), score.comment(), time);
    }

    /** Moodle forgets the time too, unless a comment is left, which then counts as modified now. */
    private Grade erased(Cell cell, Score score) {
        Instant time = score.comment() == null ? null : clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new Grade(cell.lineItemId(), cell.personId(), null, 0, score.maximum(), score.comment(), time);
    }

    private void addCoupledColumns() {
        course.activities().forEach(this::couple);
    }

    private LineItem couple(Activity activity) {
        LineItem column = new LineItem(String.valueOf(++lastColumn), activity.title(), DEFAULT_MAXIMUM, "", "",
                activity.id(), activity.deploymentId(), true);
        columns.put(column.id(), column);
        return column;
    }

    private void save() {
        file.write(() -> new LmsFile.Content(lastColumn, List.copyOf(columns.values()), List.copyOf(grades.values()),
                course.added()));
    }

    private static double rounded(double value) {
        return Math.round(value * DECIMALS) / DECIMALS;
    }
}
