package fr.pixlti.tool.gradebook;

import static fr.pixlti.schema.Tables.SCHEDULED_TASKS;
import static fr.pixlti.tool.gradebook.GradebookNode.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.pixlti.tool.gradebook.FakePlatforms.Entry;
import fr.pixlti.tool.lti.LtiApi.Link;
import fr.pixlti.tool.lti.LtiApi.ScoreOutcome;
import fr.pixlti.tool.lti.LtiApi.ScoreOutcome.Superseded;
import fr.pixlti.tool.lti.LtiApi.ScoreOutcome.TryLater;
import fr.pixlti.tool.lti.spi.ScoreReturns.ScoreReturn;
import fr.pixlti.tool.lti.spi.ScoreReturns.State;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How a score goes from the fact to the platform's gradebook. */
class SendingScoresTests extends OneNodeTest {

    @Test
    void a_score_arrives_and_the_teacher_sees_that_it_was_sent() {
        Link link = platforms.link(platform, true);
        node.scored(link, ada, 24);
        awaitState(link, ada, State.SENT);
        assertThat(given(link, ada)).containsExactly(24);
        ScoreReturn seen = node.returned(link, ada);
        assertThat(seen.given()).isEqualByComparingTo("24");
        assertThat(seen.maximum()).isEqualByComparingTo("56");
        assertThat(seen.reason()).isNull();
        assertThat(seen.at()).isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
        assertThat(node.bean(MeterRegistry.class).get("pixlti.gradebook.scores").tag("outcome", "sent").counter()
                .count()).isEqualTo(1);
        assertThat(node.bean(MeterRegistry.class).get("pixlti.gradebook.scores.waiting").gauge().value()).isZero();
    }

    @Test
    void without_anything_owed_a_platform_has_no_job() {
        Link link = platforms.link(platform, true);
        node.scored(link, ada, 24);
        awaitState(link, ada, State.SENT);
        await().atMost(PATIENCE).until(() -> inTransaction(() -> node.sql().fetchCount(SCHEDULED_TASKS,
                SCHEDULED_TASKS.TASK_NAME.eq("gradebook-send"))) == 0);
    }

    @Test
    void a_fact_that_is_rolled_back_owes_nothing() {
        Link link = platforms.link(platform, true);
        assertThatThrownBy(() -> node.bean(Transactions.class).run(() -> {
            node.publish(link, ada, 24, null);
            throw new IllegalStateException("the fact failed");
        })).isInstanceOf(IllegalStateException.class);
        assertThat(node.returns(link)).isEmpty();
    }

    @Test
    void an_equal_value_is_sent_once_and_another_one_again() {
        Link link = platforms.link(platform, true);
        node.scored(link, ada, 24);
        awaitState(link, ada, State.SENT);
        node.scored(link, ada, 24);
        assertThat(node.returned(link, ada).state()).isEqualTo(State.SENT);
        node.scored(link, ada, 32);
        await().atMost(PATIENCE).until(() -> given(link, ada).equals(List.of(24, 32)));
        awaitState(link, ada, State.SENT);
        assertThat(platforms.posts).hasValue(2);
    }

    @Test
    void another_comment_is_another_value() {
        Link link = platforms.link(platform, true);
        node.scored(link, ada, 24);
        awaitState(link, ada, State.SENT);
        node.bean(Transactions.class).run(() -> node.publish(link, ada, 24, "x".repeat(2000)));
        await().atMost(PATIENCE).until(() -> given(link, ada).equals(List.of(24, 24)));
    }

    @Test
    void quick_values_have_timestamps_that_rise_by_whole_seconds() {
        Link link = platforms.link(platform, true);
        for (int value = 1; value <= 4; value++) {
            node.scored(link, ada, value);
            awaitState(link, ada, State.SENT);
        }
        assertThat(given(link, ada)).containsExactly(1, 2, 3, 4);
        assertThat(platforms.entries(link, subject(ada))).extracting(Entry::timestamp).isSorted()
                .doesNotHaveDuplicates()
                .allMatch(timestamp -> timestamp.getNano() == 0);
    }

    @Test
    void a_newer_value_that_comes_while_the_older_is_under_way_follows_it() throws InterruptedException {
        Link link = platforms.link(platform, true);
        CountDownLatch underWay = new CountDownLatch(1);
        CountDownLatch newerIsThere = new CountDownLatch(1);
        platforms.answer((post, gradebook) -> {
            underWay.countDown();
            awaitQuietly(newerIsThere);
            return gradebook.take(post);
        });
        node.scored(link, ada, 24);
        underWay.await();
        node.scored(link, ada, 32);
        assertThat(node.returned(link, ada).state()).isEqualTo(State.WAITING);
        newerIsThere.countDown();
        await().atMost(PATIENCE).until(() -> given(link, ada).equals(List.of(24, 32)));
        awaitState(link, ada, State.SENT);
    }

    @Test
    void a_lost_answer_to_an_older_value_does_not_hold_up_the_newer() throws InterruptedException {
        Link link = platforms.link(platform, true);
        CountDownLatch underWay = new CountDownLatch(1);
        CountDownLatch newerIsThere = new CountDownLatch(1);
        platforms.answer((post, gradebook) -> {
            ScoreOutcome outcome = gradebook.take(post);
            if (post.given().intValue() == 24) {
                underWay.countDown();
                awaitQuietly(newerIsThere);
                return new TryLater("timeout", null, null);
            }
            return outcome;
        });
        node.scored(link, ada, 24);
        underWay.await();
        node.scored(link, ada, 32);
        newerIsThere.countDown();
        awaitState(link, ada, State.SENT);
        assertThat(given(link, ada)).containsExactly(24, 32);
    }

    @Test
    void hundreds_of_scores_arrive_once_each_in_order_through_all_kinds_of_trouble() {
        Link link = platforms.link(platform, true);
        AtomicInteger turn = new AtomicInteger();
        platforms.answer((post, gradebook) -> switch (turn.incrementAndGet() % 7) {
            case 1 -> new TryLater("rate-limited", "HTTP 429", Duration.ofMillis(20));
            case 2 -> new TryLater("platform-down", "HTTP 503", null);
            case 3 -> {
                gradebook.take(post);
                yield new TryLater("timeout", null, null);
            }
            case 4 -> throw new IllegalStateException("before the request");
            case 5 -> {
                gradebook.take(post);
                throw new IllegalStateException("after the request");
            }
            default -> gradebook.take(post);
        });
        List<PersonId> pupils = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            pupils.add(new PersonId(UUID.randomUUID()));
            node.scored(link, pupils.getLast(), 1);
        }
        for (int value = 2; value <= 3; value++) {
            for (PersonId pupil : pupils) {
                node.scored(link, pupil, value);
            }
        }
        await().atMost(PATIENCE)
                .until(() -> node.returns(link).values().stream().allMatch(score -> score.state() == State.SENT));
        assertThat(node.returns(link)).hasSize(100);
        for (PersonId pupil : pupils) {
            assertThat(given(link, pupil)).isSorted().doesNotHaveDuplicates().endsWith(3);
        }
        assertThat(platforms.mostAtOnce).hasValue(1);
    }

    @Test
    void first_refusals_by_timestamp_and_lost_answers_in_turn_lose_no_score() {
        Link link = platforms.link(platform, true);
        AtomicInteger turn = new AtomicInteger();
        platforms
                .answer((post, gradebook) -> turn.incrementAndGet() % 4 == 0 ? new Superseded() : gradebook.take(post));
        List<PersonId> pupils = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            pupils.add(new PersonId(UUID.randomUUID()));
            node.scored(link, pupils.getLast(), i);
        }
        await().atMost(PATIENCE).until(
                () -> node.returns(link).values().stream().noneMatch(score -> score.state() == State.WAITING));
        // A platform that refuses the same value twice by its timestamp has the last word.
        assertThat(node.returns(link).values())
                .allMatch(score -> score.state() == State.SENT || "newer-score".equals(score.reason()));
        assertThat(node.returns(link).values()).filteredOn(score -> score.state() == State.SENT)
                .hasSizeGreaterThan(50);
    }

    @Test
    void times_in_the_jobs_table_are_utc_whatever_the_zone_of_machine_and_database() {
        assertThat(inTransaction(() -> node.sql().fetchValue(
                "select abs(timestampdiff(second, execution_time, utc_timestamp(6))) from scheduled_tasks"
                        + " where task_name = 'gradebook-sweep'")))
                .matches(
                        seconds -> ((Number) seconds).longValue() < 60, "less than a minute from now");
    }
}
