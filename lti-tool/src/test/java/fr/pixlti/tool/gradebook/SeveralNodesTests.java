package fr.pixlti.tool.gradebook;

import static fr.pixlti.tool.gradebook.GradebookNode.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import fr.pixlti.tool.gradebook.domain.NewScore;
import fr.pixlti.tool.gradebook.domain.Scores;
import fr.pixlti.tool.lti.LtiApi.Link;
import fr.pixlti.tool.lti.LtiApi.ScoreOutcome;
import fr.pixlti.tool.lti.LtiApi.ScoreOutcome.TryLater;
import fr.pixlti.tool.lti.spi.ScoreReturns.State;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nodes come, work together and go; the database and the platforms stay. */
class SeveralNodesTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final FakePlatforms platforms = new FakePlatforms();
    private final String[] database = TestDatabase.fresh();
    private final UUID platform = UUID.randomUUID();
    private final PersonId ada = new PersonId(UUID.randomUUID());

    @Test
    void two_nodes_send_each_score_once_and_one_at_a_time_to_a_platform() {
        try (GradebookNode one = node(); GradebookNode two = node()) {
            List<Link> links = List.of(platforms.link(platform, true), platforms.link(platform, true),
                    platforms.link(UUID.randomUUID(), true));
            List<PersonId> pupils = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                PersonId pupil = new PersonId(UUID.randomUUID());
                pupils.add(pupil);
                for (Link link : links) {
                    (i % 2 == 0 ? one : two).scored(link, pupil, i);
                }
            }
            for (Link link : links) {
                await().atMost(PATIENCE).until(() -> two.returns(link).size() == 40 && two.returns(link).values()
                        .stream().allMatch(score -> score.state() == State.SENT));
                assertThat(pupils).allMatch(pupil -> platforms.entries(link, subject(pupil)).size() == 1);
            }
            assertThat(platforms.posts).hasValue(120);
            assertThat(platforms.mostAtOnce).hasValue(1);
        }
    }

    @Test
    void a_node_that_stops_ends_the_request_under_way_and_the_next_start_sends_the_rest() {
        Link link = platforms.link(platform, true);
        CountDownLatch underWay = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        platforms.answer((post, gradebook) -> {
            underWay.countDown();
            awaitQuietly(goOn);
            return gradebook.take(post);
        });
        GradebookNode one = node();
        one.scored(link, ada, 24);
        awaitQuietly(underWay);
        PersonId bob = new PersonId(UUID.randomUUID());
        one.scored(link, bob, 32);
        CompletableFuture<Void> closed = CompletableFuture.runAsync(one::close);
        await().atMost(PATIENCE).until(() -> !one.isAccepting());
        goOn.countDown();
        closed.join();
        assertThat(platforms.entries(link, subject(ada))).hasSize(1);
        assertThat(platforms.entries(link, subject(bob))).isEmpty();
        try (GradebookNode two = node()) {
            assertThat(two.returned(link, ada).state()).isEqualTo(State.SENT);
            await().atMost(PATIENCE).until(() -> two.returned(link, bob).state() == State.SENT);
        }
        assertThat(platforms.posts).hasValue(2);
    }

    @Test
    void a_node_killed_after_the_platform_took_the_score_is_taken_over_and_the_score_is_there_once()
            throws SQLException {
        Link link = platforms.link(platform, true);
        platforms.answer((post, gradebook) -> {
            ScoreOutcome taken = gradebook.take(post);
            return platforms.posts.get() == 1 ? new TryLater("timeout", null, Duration.ofHours(1)) : taken;
        });
        try (GradebookNode one = node()) {
            one.scored(link, ada, 24);
            await().atMost(PATIENCE).until(() -> one.returned(link, ada).reason() != null);
        }
        // What a kill leaves behind: the job picked by a node that is no more, the request begun, its end unknown.
        execute("UPDATE gradebook_score SET next_attempt_at = queued_at, last_error = NULL");
        execute("UPDATE scheduled_tasks SET picked = 1, picked_by = 'dead', last_heartbeat = UTC_TIMESTAMP(6),"
                + " version = version + 1 WHERE task_name = 'gradebook-send'");
        try (GradebookNode two = node()) {
            await().atMost(PATIENCE).until(() -> two.returned(link, ada).state() == State.SENT);
        }
        assertThat(platforms.entries(link, subject(ada))).hasSize(1);
        assertThat(platforms.posts).hasValue(2);
    }

    @Test
    void a_node_that_stood_still_and_lost_its_job_makes_no_further_request() throws SQLException {
        Link link = platforms.link(platform, true);
        CountDownLatch underWay = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        platforms.answer((post, gradebook) -> {
            underWay.countDown();
            awaitQuietly(goOn);
            return gradebook.take(post);
        });
        try (GradebookNode node = node()) {
            Scheduler scheduler = node.bean(Scheduler.class);
            node.scored(link, ada, 24);
            awaitQuietly(underWay);
            node.scored(link, new PersonId(UUID.randomUUID()), 32);
            execute("UPDATE scheduled_tasks SET picked_by = 'another', version = version + 1,"
                    + " last_heartbeat = UTC_TIMESTAMP(6) + INTERVAL 1 DAY WHERE task_name = 'gradebook-send'");
            await().atMost(PATIENCE).until(() -> !scheduler.getCurrentlyExecutingWithStaleHeartbeat().isEmpty());
            goOn.countDown();
            await().atMost(PATIENCE).until(() -> scheduler.getCurrentlyExecuting().stream()
                    .noneMatch(job -> job.getTaskInstance().getTaskName().equals("gradebook-send")));
            assertThat(node.returned(link, ada).state()).isEqualTo(State.SENT);
            assertThat(platforms.posts).hasValue(1);
        }
    }

    @Test
    void pupils_who_end_at_the_same_moment_do_not_get_in_each_others_way() {
        Link link = platforms.link(platform, true);
        try (GradebookNode one = node(); GradebookNode two = node()) {
            List<PersonId> pupils = Stream.generate(() -> new PersonId(UUID.randomUUID())).limit(60).toList();
            for (int value = 1; value <= 2; value++) {
                int given = value;
                try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                    List<Future<?>> ends = new ArrayList<>();
                    pupils.forEach(pupil -> ends.add(threads.submit(
                            () -> (pupil.value().getLeastSignificantBits() % 2 == 0 ? one : two).scored(link, pupil,
                                    given))));
                    assertThat(ends).allSatisfy(end -> assertThat(end).succeedsWithin(PATIENCE));
                }
            }
            await().atMost(PATIENCE).until(() -> one.returns(link).values().stream().allMatch(
                    score -> score.state() == State.SENT && score.given().intValue() == 2));
            assertThat(one.returns(link)).hasSize(60);
        }
    }

    @Test
    void a_score_whose_wake_up_died_with_its_node_is_found_by_the_sweep() {
        Link link = platforms.link(platform, true);
        try (GradebookNode node = node()) {
            node.bean(Transactions.class)
                    .run(() -> node.bean(Scores.class).owe(new NewScore(link.id(), "", platform, ada,
                            subject(ada), BigDecimal.TEN, BigDecimal.valueOf(56), null, Instant.now())));
            await().atMost(PATIENCE).until(() -> node.returned(link, ada).state() == State.SENT);
        }
    }

    private GradebookNode node() {
        return GradebookNode.start(database, platforms);
    }

    /** Times in UTC: the session's zone is the database's, which is another. */
    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(value("url"), value("username"), value("password"));
                Statement statement = connection.createStatement()) {
            statement.execute("SET time_zone = '+00:00'");
            statement.execute(sql);
        }
    }

    private String value(String name) {
        String prefix = "spring.datasource." + name + "=";
        for (String property : database) {
            if (property.startsWith(prefix)) {
                return property.substring(prefix.length());
            }
        }
        throw new IllegalStateException(name);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
