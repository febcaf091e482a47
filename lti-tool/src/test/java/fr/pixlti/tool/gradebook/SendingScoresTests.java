package fr.pixlti.tool.gradebook;

import static fr.pixlti.schema.Tables.GRADEBOOK_SCORE;
import static fr.pixlti.schema.Tables.SCHEDULED_TASKS;
import static fr.pixlti.tool.gradebook.GradebookNode.STRANGER;
import static fr.pixlti.tool.gradebook.GradebookNode.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.pixlti.tool.gradebook.FakePlatforms.Entry;
import fr.pixlti.tool.lti.LtiApi.Link;
import fr.pixlti.tool.lti.LtiApi.ScoreOutcome;
import fr.pixlti.tool.lti.LtiApi.ScoreOutcome.Refused;
import fr.pixlti.tool.lti.LtiApi.ScoreOutcome.Superseded;
import fr.pixlti.tool.lti.LtiApi.ScoreOutcome.TryLater;
import fr.pixlti.tool.lti.spi.ScoreReturns.ScoreReturn;
import fr.pixlti.tool.lti.spi.ScoreReturns.State;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.testing.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One node, a real database and job engine, gradebooks that behave like Moodle's. */
class SendingScoresTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final FakePlatforms platforms = new FakePlatforms();
    private final UUID platform = UUID.randomUUID();
    private final PersonId ada = new PersonId(UUID.randomUUID());
    private GradebookNode node;

    @BeforeEach
    void start() {
        node = GradebookNode.start(TestDatabase.fresh(), platforms);
    }

    @AfterEach
    void stop() {
        node.close();
    }

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
    void a_score_taken_just_before_a_crash_is_not_given_twice() {
        Link link = platforms.link(platform, true);
        AtomicBoolean crashed = new AtomicBoolean();
        platforms.answer((post, gradebook) -> {
            ScoreOutcome outcome = gradebook.take(post);
            if (crashed.compareAndSet(false, true)) {
                throw new IllegalStateException("between the request and the mark");
            }
            return outcome;
        });
        // The column shows another scale than ours: the same score all the same.
        platforms.rescaleTo(new BigDecimal("20"));
        node.scored(link, ada, 25);
        awaitState(link, ada, State.SENT);
        assertThat(given(link, ada)).containsExactly(25);
        assertThat(platforms.posts).hasValue(2);
    }

    @Test
    void a_grade_that_somebody_else_gave_later_stays() {
        Link link = platforms.link(platform, true);
        AtomicInteger tries = new AtomicInteger();
        platforms.answer((post, gradebook) -> {
            if (tries.incrementAndGet() == 1) {
                platforms.write(link, subject(ada), post.timestamp().plusSeconds(30), BigDecimal.TEN, BigDecimal.TEN);
                return new TryLater("timeout", null, null);
            }
            return gradebook.take(post);
        });
        node.scored(link, ada, 24);
        awaitState(link, ada, State.SUPERSEDED);
        assertThat(given(link, ada)).containsExactly(10);
        assertThat(node.returned(link, ada).reason()).isEqualTo("newer-score");
    }

    @Test
    void a_clock_slightly_before_ours_is_overcome_by_a_second_timestamp() {
        Link link = platforms.link(platform, true);
        AtomicBoolean first = new AtomicBoolean(true);
        platforms.answer((post, gradebook) -> {
            if (first.compareAndSet(true, false)) {
                platforms.write(link, subject(ada), post.timestamp(), BigDecimal.ONE, BigDecimal.TEN);
            }
            return gradebook.take(post);
        });
        node.scored(link, ada, 24);
        awaitState(link, ada, State.SENT);
        assertThat(given(link, ada)).containsExactly(1, 24);
    }

    @Test
    void a_clock_far_before_ours_is_not_chased() {
        Link link = platforms.link(platform, true);
        platforms.write(link, subject(ada), Instant.now().plusSeconds(3600), BigDecimal.ONE, BigDecimal.TEN);
        node.scored(link, ada, 24);
        awaitState(link, ada, State.SUPERSEDED);
        assertThat(node.returned(link, ada).reason()).isEqualTo("newer-score");
        assertThat(platforms.posts).hasValue(2);
    }

    @Test
    void an_arrival_that_cannot_be_verified_is_said_to_be_so() {
        restart("pixlti.gradebook.confirm-within=0s");
        Link link = platforms.link(platform, true);
        platforms.hideResults();
        AtomicBoolean first = new AtomicBoolean(true);
        platforms.answer((post, gradebook) -> {
            ScoreOutcome outcome = gradebook.take(post);
            return first.compareAndSet(true, false) ? new TryLater("timeout", null, null) : outcome;
        });
        node.scored(link, ada, 24);
        awaitState(link, ada, State.SUPERSEDED);
        assertThat(node.returned(link, ada).reason()).isEqualTo("unconfirmed");
        assertThat(given(link, ada)).containsExactly(24);
    }

    @Test
    void a_refusal_is_for_good_until_the_value_changes() {
        Link link = platforms.link(platform, true);
        platforms.answer((post, gradebook) -> new Refused("not-a-learner", "HTTP 400"));
        node.scored(link, ada, 24);
        awaitState(link, ada, State.REFUSED);
        assertThat(node.returned(link, ada).reason()).isEqualTo("not-a-learner");
        platforms.answer((post, gradebook) -> gradebook.take(post));
        node.scored(link, ada, 24);
        awaitState(link, ada, State.SENT);
    }

    @Test
    void a_reason_without_words_becomes_the_general_one() {
        Link link = platforms.link(platform, true);
        platforms.answer((post, gradebook) -> new Refused("http-418", "HTTP 418"));
        node.scored(link, ada, 24);
        awaitState(link, ada, State.REFUSED);
        assertThat(node.returned(link, ada).reason()).isEqualTo("http");
        assertThat(inTransaction(() -> node.sql().fetchValue(GRADEBOOK_SCORE.LAST_ERROR_DETAIL,
                GRADEBOOK_SCORE.RESOURCE_LINK_ID.eq(link.id())))).isEqualTo("HTTP 418");
    }

    @Test
    void a_person_the_platform_does_not_know_is_refused_at_once() {
        Link link = platforms.link(platform, true);
        node.scored(link, STRANGER, 24);
        assertThat(node.returned(link, STRANGER).state()).isEqualTo(State.REFUSED);
        assertThat(node.returned(link, STRANGER).reason()).isEqualTo("unknown-person");
        assertThat(platforms.posts).hasValue(0);
    }

    @Test
    void scores_for_a_link_without_a_column_wait_for_it_and_all_leave_when_it_comes() {
        Link link = platforms.link(platform, false);
        List<PersonId> pupils = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            pupils.add(new PersonId(UUID.randomUUID()));
            node.scored(link, pupils.getLast(), i);
        }
        await().atMost(PATIENCE).until(
                () -> node.returns(link).values().stream().allMatch(score -> "no-line-item".equals(score.reason())));
        assertThat(node.returns(link).values()).allMatch(score -> score.state() == State.WAITING);
        assertThat(platforms.posts).hasValue(0);
        platforms.giveColumn(link);
        pupils.forEach(pupil -> awaitState(link, pupil, State.SENT));
        assertThat(node.returns(link).values()).allMatch(score -> score.reason() == null);
    }

    @Test
    void what_nobody_takes_is_given_up_in_the_end() {
        Link down = platforms.link(platform, true);
        Link without = platforms.link(platform, false);
        platforms.answer((post, gradebook) -> new TryLater("platform-down", "HTTP 503", null));
        node.scored(down, ada, 24);
        node.scored(without, ada, 24);
        await().atMost(PATIENCE).until(() -> node.returned(down, ada).reason() != null);
        inTransaction(() -> node.sql().update(GRADEBOOK_SCORE)
                .set(GRADEBOOK_SCORE.QUEUED_AT, GRADEBOOK_SCORE.QUEUED_AT.minus(15)).execute());
        awaitState(down, ada, State.REFUSED);
        assertThat(node.returned(down, ada).reason()).isEqualTo("gave-up");
        awaitState(without, ada, State.REFUSED);
        assertThat(node.returned(without, ada).reason()).isEqualTo("no-line-item");
    }

    @Test
    void too_many_requests_hold_the_whole_platform_for_as_long_as_it_says_and_no_other() {
        UUID otherPlatform = UUID.randomUUID();
        Link link = platforms.link(platform, true);
        Link elsewhere = platforms.link(otherPlatform, true);
        AtomicBoolean first = new AtomicBoolean(true);
        Duration wish = Duration.ofSeconds(2);
        platforms.answer((post, gradebook) -> post.lineItemUrl().contains(link.id().toString())
                && first.compareAndSet(true, false)
                        ? new TryLater("rate-limited", "HTTP 429", wish)
                        : gradebook.take(post));
        node.scored(link, ada, 24);
        await().atMost(PATIENCE).until(() -> "rate-limited".equals(node.returned(link, ada).reason()));
        Instant refused = platforms.instantsOfPosts().getFirst();
        PersonId other = new PersonId(UUID.randomUUID());
        node.scored(link, other, 30);
        node.scored(elsewhere, ada, 24);
        awaitState(elsewhere, ada, State.SENT);
        awaitState(link, ada, State.SENT);
        awaitState(link, other, State.SENT);
        List<Instant> posts = platforms.instantsOfPosts();
        assertThat(posts).hasSize(4);
        assertThat(posts.get(1)).isBefore(refused.plus(wish));
        assertThat(posts.get(2)).isAfter(refused.plus(wish));
    }

    @Test
    void a_column_that_always_fails_is_tried_now_and_then_and_does_not_stand_before_a_fresh_score() {
        restart("pixlti.gradebook.first-retry=200ms", "pixlti.gradebook.max-retry=200ms",
                "pixlti.gradebook.max-pause=1s");
        Link link = platforms.link(platform, true);
        platforms.answer((post, gradebook) -> post.userId().equals(subject(ada))
                ? gradebook.take(post)
                : new TryLater("platform-down", "HTTP 500", null));
        for (int i = 0; i < 30; i++) {
            node.scored(link, new PersonId(UUID.randomUUID()), i);
        }
        await().atMost(PATIENCE).until(() -> platforms.posts.get() > 5);
        int before = platforms.posts.get();
        node.scored(link, ada, 24);
        awaitState(link, ada, State.SENT);
        // Thirty scores wait; without the pause they would all have been tried again and again by now.
        assertThat(platforms.posts.get() - before).isLessThan(30);
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

    private void restart(String... settings) {
        node.close();
        node = GradebookNode.start(TestDatabase.fresh(), platforms, settings);
    }

    private void awaitState(Link link, PersonId person, State state) {
        await().atMost(PATIENCE).until(() -> node.returned(link, person).state() == state);
    }

    private List<Integer> given(Link link, PersonId person) {
        return platforms.entries(link, subject(person)).stream().map(entry -> entry.given().intValue()).toList();
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return node.bean(Transactions.class).call(work);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
