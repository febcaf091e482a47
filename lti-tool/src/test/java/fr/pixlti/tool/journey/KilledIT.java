package fr.pixlti.tool.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.pixlti.tool.demo.domain.Activity;
import fr.pixlti.tool.testing.Endpoint;
import fr.pixlti.tool.testing.Fault;
import fr.pixlti.tool.testing.PlatformDouble;
import fr.pixlti.tool.testing.ReceivedScore;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} at any moment: no acknowledged answer is lost, and each grade arrives, once. */
class KilledIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int KILLS = 3;
    private static final int LEARNERS = 6;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final Queue<Learner> done = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean lastRound = new AtomicBoolean();

    @Test
    void answers_and_grades_survive(@TempDir(cleanup = org.junit.jupiter.api.io.CleanupMode.ON_SUCCESS) Path folder)
            throws Exception {
        try (PlatformDouble lms = PlatformDouble.start();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                KilledTool tool = new KilledTool(folder, lms)) {
            Activity activity = lms.addActivity("Rechercher", Map.of("pixlti_target", "competence:1.1"), "1");
            List<Learner> learners = new ArrayList<>();
            for (int i = 0; i < LEARNERS; i++) {
                learners.add(new Learner(lms, activity, new Random(random.nextLong())));
            }
            for (int kill = 0; kill < KILLS; kill++) {
                tool.start();
                trouble(lms);
                learners = untilKilled(tool, work(threads, learners, lms, activity), lms);
            }
            ProcessHandle leftBehind = tool.database();
            assertThat(leftBehind.isAlive()).as("the database of the killed tool").isTrue();
            tool.start();
            assertThat(leftBehind.isAlive()).as("the database of the killed tool").isFalse();
            assertThat(tool.database().isAlive()).isTrue();

            lastRound.set(true);
            work(threads, learners, lms, activity).forEach(KilledIT::finished);
            lms.heal();
            check(lms, activity);
        }
    }

    private List<Learner> untilKilled(KilledTool tool, List<Future<Learner>> work, PlatformDouble lms)
            throws Exception {
        long sent = lms.count(Endpoint.SCORES);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5))
                .until(() -> lms.count(Endpoint.SCORES) > sent || work.stream().allMatch(Future::isDone));
        Thread.sleep(random.nextInt(600));
        tool.kill();
        List<Learner> left = new ArrayList<>();
        for (Future<Learner> each : work) {
            left.add(finished(each));
        }
        return left;
    }

    /** Each goes on until the tool dies, one learner after the other; in the last round to the end of its learner. */
    private List<Future<Learner>> work(ExecutorService threads, List<Learner> learners, PlatformDouble lms,
            Activity activity) {
        return learners.stream().map(first -> threads.submit(() -> {
            Learner learner = first;
            try {
                while (true) {
                    learner.goOn();
                    done.add(learner);
                    if (lastRound.get()) {
                        return learner;
                    }
                    learner = new Learner(lms, activity, new Random(random.nextLong()));
                }
            } catch (UncheckedIOException e) {
                // The tool died.
                return learner;
            }
        })).toList();
    }

    private static Learner finished(Future<Learner> work) {
        try {
            return work.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Makes the platform slow and faulty, so that sending is nearly always under way. */
    private void trouble(PlatformDouble lms) {
        lms.heal();
        for (int i = 0; i < 200; i++) {
            lms.fail(Endpoint.SCORES, 1, switch (random.nextInt(8)) {
                case 0 -> Fault.status(503);
                case 1 -> new Fault.Dropped();
                case 2 -> Fault.status(500);
                default -> new Fault.SlowAnswer(Duration.ofMillis(random.nextInt(200)));
            });
        }
    }

    private void check(PlatformDouble lms, Activity activity) {
        assertThat(done).hasSizeGreaterThanOrEqualTo(LEARNERS);
        for (Learner learner : done) {
            int last = learner.results().getLast();
            await().atMost(PATIENCE).until(() -> lms.grade(activity, learner.person())
                    .filter(grade -> grade.given() == last).isPresent());
        }
        for (Learner learner : done) {
            List<ReceivedScore> taken = lms.scores().stream()
                    .filter(score -> score.userId().equals(learner.person().id()) && score.status() == 200).toList();
            List<Integer> values = taken.stream().map(score -> Objects.requireNonNull(score.given()).intValue())
                    .toList();
            assertThat(values).as("values taken by the platform, seed %s, results %s", seed, learner.results())
                    .isSorted().doesNotHaveDuplicates().isSubsetOf(learner.results());
            assertThat(taken).extracting(ReceivedScore::timestamp).isSorted().doesNotHaveDuplicates();
        }
        assertThat(done.stream().mapToInt(Learner::survivedAnswers).sum()).as("answers that outlived a kill")
                .isPositive();
    }
}
