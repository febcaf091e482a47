package fr.pixlti.tool.demo.web;

import fr.pixlti.tool.demo.domain.Activity;
import fr.pixlti.tool.demo.domain.Course;
import fr.pixlti.tool.demo.domain.Grade;
import fr.pixlti.tool.demo.domain.Gradebook;
import fr.pixlti.tool.demo.domain.LineItem;
import fr.pixlti.tool.demo.domain.Person;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Draws up the gradebook for a teacher, or for a pupil their own row. Times are those of this machine. */
@Component
@Profile("demo")
class GradesPages {

    private static final GradesPage.Cell NOTHING = new GradesPage.Cell("", "", "", "", "");

    private final Course course;
    private final Gradebook gradebook;
    private final Clock clock;

    GradesPages(Course course, Gradebook gradebook, Clock clock) {
        this.course = course;
        this.gradebook = gradebook;
        this.clock = clock;
    }

    GradesPage of(Person me, Locale locale) {
        List<LineItem> columns = gradebook.columns();
        List<Person> pupils = me.teacher() ? course.pupils() : List.of(me);
        List<GradesPage.Row> rows = pupils.stream().map(pupil -> new GradesPage.Row(pupil.fullName(), columns.stream()
                .map(column -> gradebook.grade(column.id(), pupil.id())
                        .map(grade -> cell(column, grade, me, locale)).orElse(NOTHING))
                .toList())).toList();
        return new GradesPage(columns.stream().map(LineItem::label).toList(), rows,
                time(clock.instant(), FormatStyle.MEDIUM, locale));
    }

    private GradesPage.Cell cell(LineItem column, Grade grade, Person me, Locale locale) {
        NumberFormat number = NumberFormat.getInstance(locale);
        number.setMaximumFractionDigits(2);
        String comment = grade.comment() == null ? "" : grade.comment();
        String at = grade.at() == null
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT).withLocale(locale)
                        .withZone(ZoneId.systemDefault())
                        .format(grade.at()) + " " + time(grade.at(), FormatStyle.MEDIUM, locale);
        if (grade.value() == null) {
            return new GradesPage.Cell("", "", comment, at, "");
        }
        return new GradesPage.Cell(number.format(grade.value()) + " / " + number.format(column.maximum()),
                number.format(grade.given()) + " / " + number.format(grade.maximum()), comment, at,
                review(column, grade, me));
    }

    /** From the column that came with an activity, where the tool said so; as Moodle's grader report has it. */
    private String review(LineItem column, Grade grade, Person me) {
        boolean reviewable = me.teacher() && column.coupled() && column.linkId() != null
                && course.activity(column.linkId()).filter(Activity::reviewable).isPresent();
        return reviewable ? "/review/" + column.id() + "/" + grade.personId() : "";
    }

    private static String time(Instant at, FormatStyle style, Locale locale) {
        return DateTimeFormatter.ofLocalizedTime(style).withLocale(locale).withZone(ZoneId.systemDefault()).format(at);
    }
}
