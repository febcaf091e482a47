package fr.pixlti.tool.demo.wire;

import fr.pixlti.tool.demo.domain.Course;
import fr.pixlti.tool.demo.domain.Gradebook;
import fr.pixlti.tool.demo.domain.LineItem;
import fr.pixlti.tool.demo.domain.Person;
import fr.pixlti.tool.demo.domain.Score;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Takes scores (AGS 2.0 §3.4): 200 with an empty body, or 409 for one that is not newer. */
@Component
@Profile("demo")
@Order(4)
class ScoresResource implements ServiceResource {

    private static final String CONTAINER = "application/vnd.ims.lis.v1.scorecontainer+json";
    private static final String FORMAT = "application/vnd.ims.lis.v1.score+json";
    private static final Pattern PATH = Pattern.compile("/lineitems/([^/]+)/lineitem/scores");

    private final Columns columns;
    private final Gradebook gradebook;
    private final Course course;

    ScoresResource(Columns columns, Gradebook gradebook, Course course) {
        this.columns = columns;
        this.gradebook = gradebook;
        this.course = course;
    }

    @Override
    public Pattern path() {
        return PATH;
    }

    @Override
    public List<String> formats() {
        return List.of(CONTAINER, FORMAT);
    }

    @Override
    public List<String> methods() {
        return List.of("POST");
    }

    @Override
    public List<String> scopes(String method) {
        return List.of(GradeService.SCORE);
    }

    @Override
    public boolean accepts(ServiceCall call) {
        return FORMAT.equals(call.mediaType());
    }

    @Override
    public ServiceAnswer execute(ServiceCall call) {
        LineItem column = columns.require(call);
        Score score = score(call);
        Person pupil = course.person(score.personId()).filter(person -> !person.teacher())
                .orElseThrow(ScoresResource::incorrect);
        if (!gradebook.record(column, score)) {
            throw new ServiceRefusal(409, "Refusing score with an earlier timestamp for item " + column.id()
                    + " and user " + score.personId());
        }
        return ServiceAnswer.of(200, FORMAT, "", pupil.fullName() + " " + points(score));
    }

    private static Score score(ServiceCall call) {
        ObjectNode json = call.json();
        String user = ServiceCall.text(json, "userId");
        String timestamp = ServiceCall.text(json, "timestamp");
        String grading = ServiceCall.text(json, "gradingProgress");
        Double given = ServiceCall.number(json, "scoreGiven");
        Double maximum = ServiceCall.number(json, "scoreMaximum");
        if (user == null || timestamp == null || grading == null
                || ServiceCall.member(json, "activityProgress") == null || given != null && maximum == null) {
            throw incorrect();
        }
        String comment = ServiceCall.text(json, "comment");
        return new Score(user, time(timestamp), grading, given, maximum == null ? 1 : maximum,
                comment == null || comment.isEmpty() ? null : comment);
    }

    /** ISO 8601; a time without an offset is in the server's zone, here UTC. */
    private static Instant time(String text) {
        try {
            TemporalAccessor time = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from,
                    LocalDateTime::from);
            return time instanceof OffsetDateTime at
                    ? at.toInstant()
                    : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw incorrect();
        }
    }

    private static String points(Score score) {
        return number(score.given()) + "/" + number(score.maximum());
    }

    private static String number(@Nullable Double value) {
        if (value == null) {
            return "–";
        }
        return value == Math.rint(value) ? String.valueOf(value.longValue()) : value.toString();
    }

    private static ServiceRefusal incorrect() {
        return new ServiceRefusal(400, "Incorrect score received");
    }
}
