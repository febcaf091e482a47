package fr.pixlti.tool.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.pixlti.tool.demo.domain.Activity;
import fr.pixlti.tool.demo.domain.Person;
import fr.pixlti.tool.testing.Endpoint;
import fr.pixlti.tool.testing.Fault;
import fr.pixlti.tool.testing.PlatformDouble;
import fr.pixlti.tool.testing.ReceivedScore;
import fr.pixlti.tool.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thousand grades for one line item, through a platform in every kind of trouble and a tool that is killed twice: all
 * arrive, none twice, none older over a newer.
 */
class KilledGradesIT {

    private static final int GRADES = 1_000;
    /** Those whose value changes while others are under way. */
    private static final int EVERY = 7;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Map<String, List<Integer>> owed = new HashMap<>();

    @Test
    void a_thousand_grades_arrive_once_each(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
        String[] database = TestDatabase.fresh();
        try (PlatformDouble lms = PlatformDouble.start();
                KilledTool tool = new KilledTool(folder, lms, List.of(database));
                OwedGrades grades = new OwedGrades(database)) {
            tool.start();
            Activity activity = lms.addActivity("Rechercher", Map.of("pixlti_target", "competence:1.1"), "1");
            grades.link(lms.url() + "/lti/services/2/lineitems/" + lms.columns(activity).getFirst().id()
                    + "/lineitem?type_id=1");
            List<Person> pupils = new ArrayList<>();
            for (int i = 0; i < GRADES; i++) {
                Person pupil = lms.addPupil();
                pupils.add(pupil);
                owe(grades, pupil, i % 40);
            }
            trouble(lms);
            grades.commit();

            await().atMost(PATIENCE).until(() -> lms.count(Endpoint.SCORES) > GRADES / 4);
            tool.kill();
            // Some of these have been sent already, most not, one perhaps just now.
            for (int i = 0; i < GRADES; i += EVERY) {
                owe(grades, pupils.get(i), 41 + i % 15);
            }
            grades.commit();
            tool.start();
            long then = lms.count(Endpoint.SCORES);
            await().atMost(PATIENCE).until(() -> lms.count(Endpoint.SCORES) > then + GRADES / 4);
            tool.kill();
            tool.start();

            await().atMost(PATIENCE).until(() -> grades.waiting() == 0);
            assertThat(grades.states()).containsOnly(Map.entry("SENT", (long) GRADES));
            check(lms, activity, pupils);
        }
    }

    private void owe(OwedGrades grades, Person pupil, int value) {
        owed.computeIfAbsent(pupil.id(), id -> new ArrayList<>()).add(value);
        grades.owe(pupil.id(), value);
    }

    /** Requests in turn, as long as it lasts; a slow answer without slowness is a good one. */
    private static void trouble(PlatformDouble lms) {
        for (int turn = 0; turn < 16; turn++) {
            good(lms, 4);
            // Once for a grade: a platform that refuses one twice by its time has the last word.
            lms.fail(Endpoint.SCORES, 1, turn < 12 ? Fault.status(409) : new Fault.AnswerLost());
            good(lms, 3);
            lms.fail(Endpoint.SCORES, 1, new Fault.Status(429, turn == 0 ? "1" : "0"));
            good(lms, 3);
            lms.fail(Endpoint.SCORES, 1, Fault.status(429));
            lms.fail(Endpoint.SCORES, 1, Fault.status(503));
            good(lms, 3);
            lms.fail(Endpoint.SCORES, 1, new Fault.AnswerLost());
            lms.fail(Endpoint.SCORES, 1, Fault.status(503));
            // Each costs the tool the three seconds that it waits.
            if (turn == 8) {
                lms.fail(Endpoint.SCORES, 1, new Fault.Silence(Duration.ofSeconds(5)));
            } else if (turn == 12) {
                lms.fail(Endpoint.SCORES, 1, new Fault.SlowAnswer(Duration.ofSeconds(5)));
            }
        }
    }

    private static void good(PlatformDouble lms, int requests) {
        lms.fail(Endpoint.SCORES, requests, new Fault.SlowAnswer(Duration.ZERO));
    }

    private void check(PlatformDouble lms, Activity activity, List<Person> pupils) {
        Map<String, List<ReceivedScore>> posts = lms.scores().stream()
                .collect(Collectors.groupingBy(ReceivedScore::userId));
        assertThat(lms.scores()).extracting(ReceivedScore::status).contains(0, 200, 409, 429, 503);
        for (Person pupil : pupils) {
            List<Integer> values = Objects.requireNonNull(owed.get(pupil.id()));
            assertThat(lms.grade(activity, pupil).orElseThrow().given())
                    .isEqualTo(values.getLast().doubleValue());
            // A request without an answer, and one that was answered too late, may have been taken like a good one.
            Map<Integer, TreeSet<Instant>> times = new TreeMap<>();
            List<ReceivedScore> taken = Objects.requireNonNull(posts.get(pupil.id())).stream()
                    .filter(post -> post.status() == 200 || post.status() == 0).toList();
            taken.forEach(post -> times
                    .computeIfAbsent(Objects.requireNonNull(post.given()).intValue(), value -> new TreeSet<>())
                    .add(Instant.parse(post.timestamp())));
            assertThat(times.keySet()).as("values sent").isSubsetOf(values);
            assertThat(times.values()).as("one timestamp for a value, so that it is taken once: %s", taken)
                    .allSatisfy(each -> assertThat(each).hasSize(1));
            assertThat(times.values().stream().map(TreeSet::first)).as("newer values under later timestamps: %s", taken)
                    .isSorted().doesNotHaveDuplicates();
            assertThat(taken).extracting(post -> Objects.requireNonNull(post.given()).intValue())
                    .as("none older after a newer").isSorted();
        }
    }
}
