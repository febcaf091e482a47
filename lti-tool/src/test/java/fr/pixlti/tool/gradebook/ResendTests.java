package fr.pixlti.tool.gradebook;

import static fr.pixlti.schema.Tables.GRADEBOOK_SCORE;
import static fr.pixlti.tool.gradebook.GradebookNode.STRANGER;
import static fr.pixlti.tool.gradebook.GradebookNode.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.pixlti.tool.gradebook.domain.PassbackQueue.Filter;
import fr.pixlti.tool.gradebook.domain.PassbackQueue.Queued;
import fr.pixlti.tool.gradebook.domain.ResendScores;
import fr.pixlti.tool.gradebook.domain.SearchQueue;
import fr.pixlti.tool.lti.LtiApi.Link;
import fr.pixlti.tool.lti.LtiApi.ScoreOutcome.Refused;
import fr.pixlti.tool.lti.LtiApi.ScoreOutcome.Superseded;
import fr.pixlti.tool.lti.spi.ScoreReturns.State;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Scores that an operator sends again. */
class ResendTests extends OneNodeTest {

    private static final CurrentOperator OPERATOR = new CurrentOperator(new UUID(0, 9), "Nadia",
            Set.of(CurrentOperator.Role.OPERATOR));

    private final AtomicBoolean refusing = new AtomicBoolean(true);

    private void refuseAtFirst() {
        platforms.answer((post, gradebook) -> refusing.get()
                ? new Refused("unauthorized", "403")
                : gradebook.take(post));
    }

    private List<Queued> queued(Filter filter) {
        return node.bean(SearchQueue.class).handle(OPERATOR, filter, null).scores();
    }

    private boolean resend(Queued score) {
        return node.bean(ResendScores.class).one(OPERATOR, score.id(), score.revision());
    }

    @Test
    void a_refused_score_arrives_once_the_reason_is_gone() {
        refuseAtFirst();
        Link link = platforms.link(platform, true);
        node.scored(link, ada, 24);
        awaitState(link, ada, State.REFUSED);
        Queued seen = queued(Filter.ALL).getFirst();
        assertThat(seen.reason()).isEqualTo("unauthorized");
        refusing.set(false);

        assertThat(resend(seen)).isTrue();

        awaitState(link, ada, State.SENT);
        assertThat(given(link, ada)).containsExactly(24);
        assertThat(resend(seen)).as("pressed twice").isFalse();
    }

    @Test
    void a_newer_value_that_came_meanwhile_is_left_alone() {
        refuseAtFirst();
        Link link = platforms.link(platform, true);
        node.scored(link, ada, 24);
        awaitState(link, ada, State.REFUSED);
        Queued seen = queued(Filter.ALL).getFirst();
        refusing.set(false);
        node.scored(link, ada, 32);
        awaitState(link, ada, State.SENT);

        assertThat(resend(seen)).isFalse();

        assertThat(given(link, ada)).containsExactly(32);
    }

    @Test
    void a_score_that_a_teacher_replaced_goes_out_under_a_later_timestamp_when_the_operator_says_so() {
        List<Instant> timestamps = new CopyOnWriteArrayList<>();
        platforms.answer((post, gradebook) -> {
            timestamps.add(post.timestamp());
            return refusing.get() ? new Superseded() : gradebook.take(post);
        });
        Link link = platforms.link(platform, true);
        node.scored(link, ada, 24);
        awaitState(link, ada, State.SUPERSEDED);
        refusing.set(false);

        assertThat(resend(queued(Filter.ALL).getFirst())).isTrue();

        awaitState(link, ada, State.SENT);
        assertThat(given(link, ada)).containsExactly(24);
        assertThat(timestamps).hasSizeGreaterThan(1).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void all_of_a_filter_go_out_and_nobody_elses() {
        refuseAtFirst();
        Link here = platforms.link(platform, true);
        Link there = platforms.link(UUID.randomUUID(), true);
        List<PersonId> pupils = Stream.generate(() -> new PersonId(UUID.randomUUID())).limit(30).toList();
        pupils.forEach(pupil -> {
            node.scored(here, pupil, 8);
            node.scored(there, pupil, 16);
        });
        node.scored(here, STRANGER, 8);
        await().atMost(Duration.ofSeconds(30)).until(() -> queued(waiting()).isEmpty());
        refusing.set(false);

        int owed = node.bean(ResendScores.class).all(OPERATOR, new Filter(platform, State.REFUSED, "", ""));

        assertThat(owed).isEqualTo(30);
        await().atMost(Duration.ofSeconds(30)).until(() -> queued(waiting()).isEmpty());
        assertThat(pupils).allSatisfy(pupil -> {
            assertThat(given(here, pupil)).containsExactly(8);
            assertThat(given(there, pupil)).isEmpty();
        });
        assertThat(node.returned(here, STRANGER).state()).isEqualTo(State.REFUSED);
        assertThat(inTransaction(() -> node.sql().fetchCount(GRADEBOOK_SCORE, GRADEBOOK_SCORE.STATE.eq("REFUSED"))))
                .isEqualTo(31);
    }

    @Test
    void a_person_whom_the_platform_does_not_know_cannot_be_sent() {
        Link link = platforms.link(platform, true);
        node.scored(link, STRANGER, 8);
        Queued seen = queued(Filter.ALL).getFirst();
        assertThatThrownBy(() -> resend(seen)).isInstanceOf(DomainError.class).hasMessage("gradebook.unknown-person");
    }

    private static Filter waiting() {
        return new Filter(null, State.WAITING, "", "");
    }
}
