package fr.pixlti.tool.gradebook;

import static fr.pixlti.schema.Tables.GRADEBOOK_SCORE;
import static fr.pixlti.tool.gradebook.GradebookNode.STRANGER;
import static fr.pixlti.tool.gradebook.GradebookNode.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.pixlti.tool.lti.LtiApi.Link;
import fr.pixlti.tool.lti.LtiApi.ScoreOutcome;
import fr.pixlti.tool.lti.LtiApi.ScoreOutcome.Refused;
import fr.pixlti.tool.lti.LtiApi.ScoreOutcome.TryLater;
import fr.pixlti.tool.lti.spi.ScoreReturns.State;
import fr.pixlti.tool.shared.PersonId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What becomes of scores that a platform does not simply take. */
class RefusedScoresTests extends OneNodeTest {

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
}
