package fr.pixlti.tool.lti.wire;

import fr.pixlti.tool.lti.LtiApi.ScoreOutcome;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a platform's answer to a score means (AGS 2.0 §3.4.9, and what platforms do beyond it). */
final class ScoreAnswers {

    private static final int DETAIL = 200;

    private final Clock clock;

    ScoreAnswers(Clock clock) {
        this.clock = clock;
    }

    /** @param userId is blotted out of the platform's words; empty when nobody is spoken of */
    ScoreOutcome outcome(HttpAnswer answer, String userId) {
        int status = answer.status();
        if (answer.successful()) {
            return new ScoreOutcome.Taken();
        }
        if (status == 409) {
            return new ScoreOutcome.Superseded();
        }
        String detail = detail(answer, userId);
        if (status == 401) {
            return new ScoreOutcome.TryLater("unauthorized", detail, retryAfter(answer));
        }
        if (rateLimited(answer)) {
            return new ScoreOutcome.TryLater("rate-limited", detail, retryAfter(answer));
        }
        if (status == 408) {
            return new ScoreOutcome.TryLater("timeout", detail, retryAfter(answer));
        }
        if (status >= 500) {
            // A gateway speaks for a platform that is down; a plain 500 may be one locked grade (Moodle).
            String reason = status >= 502 && status <= 504 ? "platform-down" : "http-" + status;
            return new ScoreOutcome.TryLater(reason, detail, retryAfter(answer));
        }
        if (notALearner(answer)) {
            return new ScoreOutcome.Refused("not-a-learner", detail);
        }
        boolean gone = status == 403 || status == 404 || status == 410;
        return new ScoreOutcome.Refused(gone ? "refused" : "http-" + status, detail);
    }

    /** A platform that gives no token may do so once its administrator has put right what is wrong. */
    ScoreOutcome withoutToken(HttpAnswer answer) {
        String reason = rateLimited(answer) ? "rate-limited" : "unauthorized";
        return new ScoreOutcome.TryLater(reason, "HTTP " + answer.status(), retryAfter(answer));
    }

    /** Canvas answers 403 or 429; its 403 for other reasons is final. */
    static boolean rateLimited(HttpAnswer answer) {
        if (answer.status() == 429) {
            return true;
        }
        if (answer.status() != 403) {
            return false;
        }
        String remaining = answer.headers().apply("X-Rate-Limit-Remaining");
        return answer.headers().apply("Retry-After") != null || answer.text().toLowerCase(Locale.ROOT)
                .contains("rate limit") || (remaining != null && remaining.strip().matches("-?0*(\\.0*)?|-.*"));
    }

    /** Our scores are well formed, so what Moodle calls incorrect is the person: a teacher, or nobody it knows. */
    private static boolean notALearner(HttpAnswer answer) {
        String text = answer.text().toLowerCase(Locale.ROOT);
        return (answer.status() == 400 || answer.status() == 422)
                && (text.contains("incorrect score received") || text.contains("gradable") || text.contains("learner")
                        || text.contains("user not"));
    }

    private static String detail(HttpAnswer answer, String userId) {
        String words = answer.text().replaceAll("<[^>]*>", " ");
        words = (userId.isEmpty() ? words : words.replace(userId, "…")).replaceAll("\\s+", " ").strip();
        String whole = "HTTP " + answer.status() + (words.isEmpty() ? "" : ": " + words);
        return whole.length() > DETAIL ? whole.substring(0, DETAIL) : whole;
    }

    /** Seconds or an HTTP date (RFC 9110 §10.2.3); at most a day, absent when it cannot be read. */
    private @Nullable Duration retryAfter(HttpAnswer answer) {
        String value = answer.headers().apply("Retry-After");
        if (value == null) {
            return null;
        }
        String text = value.strip();
        if (text.matches("\\d{1,9}")) {
            return bounded(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return bounded(Duration.between(clock.instant(), at));
        } catch (DateTimeException e) {
            // The platform's own words, in no form that can be read: as if it had not said anything.
            return null;
        }
    }

    private static Duration bounded(Duration wait) {
        Duration day = Duration.ofDays(1);
        Duration least = wait.isNegative() ? Duration.ZERO : wait;
        return least.compareTo(day) > 0 ? day : least;
    }
}
