package fr.pixlti.tool.gradebook;

import static fr.pixlti.tool.gradebook.GradebookNode.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.pixlti.tool.campaign.events.ParticipationScored.CompetenceLevel;
import fr.pixlti.tool.lti.Columns;
import fr.pixlti.tool.lti.LtiApi.Link;
import fr.pixlti.tool.lti.spi.ScoreReturns;
import fr.pixlti.tool.lti.spi.ScoreReturns.Held;
import fr.pixlti.tool.lti.spi.ScoreReturns.State;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the platform holds is read back; a teacher's own grade is shown and stays. */
class OverrideTests extends OneNodeTest {

    private Link sent(int given) {
        Link link = platforms.link(platform, true);
        node.scored(link, ada, given);
        awaitState(link, ada, State.SENT);
        return link;
    }

    private void readBack(Link link) {
        node.bean(ScoreReturns.class).readBack(link.id());
    }

    private void override(Link link, String points, String maximum) {
        platforms.override(Objects.requireNonNull(link.lineItemUrl()), subject(ada), new BigDecimal(points),
                new BigDecimal(maximum));
    }

    private Held held(Link link) {
        return Objects.requireNonNull(node.returned(link, ada).held());
    }

    @Test
    void a_score_that_stands_as_sent_is_nobody_elses() {
        Link link = sent(25);
        platforms.rescaleTo(new BigDecimal("20"));
        readBack(link);
        assertThat(platforms.reads).hasValue(1);
        assertThat(node.returned(link, ada).held()).isNull();
    }

    @Test
    void a_teachers_grade_is_shown_until_it_is_ours_again() {
        Link link = sent(24);
        override(link, "15", "20");
        readBack(link);
        assertThat(held(link).score()).isEqualByComparingTo("15");
        assertThat(held(link).maximum()).isEqualByComparingTo("20");
        assertThat(node.returned(link, ada).state()).isEqualTo(State.SENT);

        override(link, "16.5", "20");
        readBack(link);
        assertThat(held(link).score()).isEqualByComparingTo("16.5");

        override(link, "8.57", "20");
        readBack(link);
        assertThat(node.returned(link, ada).held()).isNull();
    }

    @Test
    void nothing_is_sent_over_a_teachers_grade_until_the_value_changes() {
        Link link = sent(24);
        override(link, "15", "20");
        readBack(link);
        node.scored(link, ada, 24);
        node.bean(Transactions.class).run(() -> node.publish(link, ada, 24, "Another remark"));
        assertThat(node.returned(link, ada).state()).isEqualTo(State.SENT);
        assertThat(held(link).score()).isEqualByComparingTo("15");
        assertThat(platforms.posts).hasValue(1);

        node.scored(link, ada, 32);
        await().atMost(PATIENCE).until(() -> platforms.posts.get() >= 2);
        awaitState(link, ada, State.SENT);
        assertThat(node.returned(link, ada).held()).isNull();
    }

    @Test
    void a_score_that_lost_to_a_newer_grade_is_not_sent_again_and_that_grade_is_shown() {
        Link link = platforms.link(platform, true);
        platforms.write(link, subject(ada), java.time.Instant.now().plus(Duration.ofHours(1)), BigDecimal.ONE,
                BigDecimal.TEN);
        node.scored(link, ada, 24);
        awaitState(link, ada, State.SUPERSEDED);
        int posts = platforms.posts.get();
        node.scored(link, ada, 24);
        assertThat(node.returned(link, ada).state()).isEqualTo(State.SUPERSEDED);
        readBack(link);
        assertThat(held(link).score()).isEqualByComparingTo("1");
        assertThat(platforms.posts).hasValue(posts);
    }

    @Test
    void the_columns_beside_are_read_too() {
        Link link = platforms.link(platform, Columns.COMPETENCES, true);
        node.scored(link, ada, 26, List.of(new CompetenceLevel("1.1", "Chercher", "1", "Information", 3, 7, 26)));
        await().atMost(PATIENCE).until(() -> platforms.posts.get() >= 2);
        awaitState(link, ada, State.SENT);
        platforms.override(platforms.lineItems().getFirst().url(), subject(ada), BigDecimal.valueOf(5),
                BigDecimal.valueOf(7));
        await().atMost(PATIENCE).until(() -> {
            readBack(link);
            return Objects.requireNonNull(node.bean(ScoreReturns.class).allOfLink(link.id()).columns().getFirst()
                    .scores().get(ada)).held() != null;
        });
        assertThat(node.returned(link, ada).held()).isNull();
    }

    @Test
    void a_platform_that_does_not_let_itself_be_read_changes_nothing() {
        Link link = sent(24);
        platforms.hideResults();
        readBack(link);
        assertThat(platforms.reads).hasValue(1);
        assertThat(node.returned(link, ada).held()).isNull();
        PersonId bob = new PersonId(UUID.randomUUID());
        node.scored(link, bob, 8);
        awaitState(link, bob, State.SENT);
    }

    @Test
    void pages_opened_one_after_the_other_read_once() {
        restart("pixlti.gradebook.read-again-after=1h");
        Link link = sent(24);
        readBack(link);
        readBack(link);
        assertThat(platforms.reads).hasValue(1);
    }

    @Test
    void nothing_sent_needs_no_reading() {
        readBack(platforms.link(platform, true));
        assertThat(platforms.reads).hasValue(0);
    }
}
