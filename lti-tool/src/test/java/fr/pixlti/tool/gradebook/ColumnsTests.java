package fr.pixlti.tool.gradebook;

import static fr.pixlti.tool.gradebook.GradebookNode.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.pixlti.tool.campaign.events.ParticipationScored.CompetenceLevel;
import fr.pixlti.tool.gradebook.FakePlatforms.Entry;
import fr.pixlti.tool.lti.Columns;
import fr.pixlti.tool.lti.LineItem;
import fr.pixlti.tool.lti.LtiApi.Link;
import fr.pixlti.tool.lti.ServiceOutcome.Done;
import fr.pixlti.tool.lti.ServiceOutcome.Later;
import fr.pixlti.tool.lti.ServiceOutcome.Never;
import fr.pixlti.tool.lti.spi.ScoreReturns;
import fr.pixlti.tool.lti.spi.ScoreReturns.ColumnReturns;
import fr.pixlti.tool.lti.spi.ScoreReturns.LinkReturns;
import fr.pixlti.tool.lti.spi.ScoreReturns.ScoreReturn;
import fr.pixlti.tool.lti.spi.ScoreReturns.State;
import fr.pixlti.tool.shared.PersonId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Columns beside a link's own: made once, found again, kept in step. */
class ColumnsTests extends OneNodeTest {

    private static final CompetenceLevel SEARCH = level("1.1", 3, 26);
    private static final CompetenceLevel STORE = level("1.2", 4, 35);

    private static CompetenceLevel level(String code, int level, int pix) {
        return new CompetenceLevel(code, "Compétence " + code, code.substring(0, 1), "Domaine " + code.charAt(0), level,
                7, pix);
    }

    private LinkReturns returns(Link link) {
        return node.bean(ScoreReturns.class).allOfLink(link.id());
    }

    private void awaitAllSent(Link link, int columns) {
        await().atMost(PATIENCE).until(() -> returns(link).columns().size() == columns && returns(link).columns()
                .stream().flatMap(column -> column.scores().values().stream())
                .allMatch(score -> score.state() == State.SENT));
    }

    @Test
    void each_competence_gets_a_column_with_its_level() {
        Link link = platforms.link(platform, Columns.COMPETENCES, true);
        node.scored(link, ada, 61, List.of(SEARCH, STORE));
        awaitAllSent(link, 2);
        awaitState(link, ada, State.SENT);

        assertThat(platforms.lineItems()).extracting(LineItem::label, LineItem::tag, LineItem::resourceId,
                LineItem::resourceLinkId).containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("1.1 Compétence 1.1 – niveau", "competence-1.1",
                                "competence:1.1", link.resourceLinkId()),
                        org.assertj.core.groups.Tuple.tuple("1.2 Compétence 1.2 – niveau", "competence-1.2",
                                "competence:1.1", link.resourceLinkId()));
        for (LineItem column : platforms.lineItems()) {
            Entry entry = platforms.entries(column, subject(ada)).getFirst();
            assertThat(entry.given()).isEqualByComparingTo(column.tag().endsWith("1.1") ? "3" : "4");
            assertThat(entry.maximum()).isEqualByComparingTo("7");
        }
        assertThat(returns(link).columns()).extracting(ColumnReturns::label)
                .containsExactly("1.1 Compétence 1.1 – niveau", "1.2 Compétence 1.2 – niveau");
    }

    @Test
    void an_area_gets_the_mean_level_of_its_tested_competences() {
        Link link = platforms.link(platform, Columns.AREAS, true);
        node.scored(link, ada, 61, List.of(SEARCH, STORE, level("2.1", 5, 40)));
        awaitAllSent(link, 2);

        assertThat(returns(link).columns()).extracting(ColumnReturns::label)
                .containsExactly("1. Domaine 1 – niveau moyen", "2. Domaine 2 – niveau moyen");
        ScoreReturn first = Objects.requireNonNull(returns(link).columns().getFirst().scores().get(ada));
        assertThat(first.given()).isEqualByComparingTo("3.5");
        assertThat(first.maximum()).isEqualByComparingTo("7");
        assertThat(platforms.comments()).contains("Niveau moyen 3,5 : 1.1 niveau 3, 1.2 niveau 4");
    }

    @Test
    void a_link_of_a_class_gets_each_column_once() {
        Link link = platforms.link(platform, Columns.COMPETENCES, true);
        for (int i = 0; i < 20; i++) {
            node.scored(link, new PersonId(UUID.randomUUID()), i, List.of(SEARCH, STORE));
        }
        await().atMost(PATIENCE).until(() -> returns(link).columns().stream()
                .mapToInt(column -> column.scores().size()).sum() == 40);
        awaitAllSent(link, 2);

        assertThat(platforms.creations).hasValue(2);
        assertThat(platforms.lineItems()).hasSize(2);
        assertThat(platforms.mostAtOnce).hasValue(1);
    }

    @Test
    void a_column_whose_making_was_not_answered_is_found_and_not_made_again() {
        Link link = platforms.link(platform, Columns.COMPETENCES, true);
        platforms.answerCreation((count, gradebook) -> {
            LineItem made = gradebook.get();
            return count == 1 ? new Later<>("timeout", null, null, true) : new Done<>(made);
        });
        node.scored(link, ada, 26, List.of(SEARCH));
        awaitAllSent(link, 1);

        assertThat(platforms.creations).hasValue(1);
        assertThat(platforms.lineItems()).hasSize(1);
    }

    @Test
    void a_platform_that_makes_the_column_long_after_it_stopped_answering_has_it_once() {
        restart("pixlti.gradebook.column-settles-within=2s");
        Link link = platforms.link(platform, Columns.COMPETENCES, true);
        AtomicReference<LineItem> late = new AtomicReference<>();
        platforms.answerCreation((count, gradebook) -> {
            if (count == 1) {
                Thread.ofVirtual().start(() -> {
                    await().until(() -> platforms.looks.get() > 1);
                    late.set(gradebook.get());
                });
                return new Later<>("timeout", null, null, true);
            }
            return new Done<>(gradebook.get());
        });
        node.scored(link, ada, 26, List.of(SEARCH));
        await().atMost(PATIENCE).until(
                () -> "column-under-way".equals(returns(link).columns().getFirst().reason())
                        || returns(link).columns().getFirst().reason() == null);
        awaitAllSent(link, 1);

        assertThat(platforms.creations).hasValue(1);
        assertThat(platforms.lineItems()).containsExactly(late.get());
    }

    @Test
    void a_request_that_came_to_nothing_is_made_again() {
        Link link = platforms.link(platform, Columns.COMPETENCES, true);
        platforms.answerCreation((count, gradebook) -> switch (count) {
            case 1 -> new Later<>("rate-limited", null, null, false);
            case 2 -> new Later<>("platform-down", null, null, true);
            default -> new Done<>(gradebook.get());
        });
        node.scored(link, ada, 26, List.of(SEARCH));
        awaitAllSent(link, 1);

        assertThat(platforms.creations).hasValue(3);
        assertThat(platforms.lineItems()).hasSize(1);
        assertThat(returns(link).columns().getFirst().reason()).isNull();
    }

    @Test
    void columns_that_came_with_a_copied_course_are_taken_over_and_put_in_step() {
        Link link = platforms.link(platform, Columns.COMPETENCES, true);
        LineItem copied = platforms.addLineItem(link, "Ancien titre", "campaign-of-last-year", "competence-1.1");
        platforms.addLineItem(link, "Ancien titre", "campaign-of-last-year", "competence-1.1");
        node.scored(link, ada, 26, List.of(SEARCH));
        awaitAllSent(link, 1);

        assertThat(platforms.creations).hasValue(0);
        assertThat(platforms.lineItems()).hasSize(2);
        assertThat(platforms.entries(copied, subject(ada))).hasSize(1);
        LineItem changed = platforms.lineItems().getFirst();
        assertThat(changed.label()).isEqualTo("1.1 Compétence 1.1 – niveau");
        assertThat(changed.resourceId()).isEqualTo("competence:1.1");
        assertThat(changed.maximum()).isEqualByComparingTo("7");
        assertThat(returns(link).columns().getFirst().copies()).isEqualTo(1);
    }

    @Test
    void another_label_or_maximum_is_told_to_the_platform_once() {
        Link link = platforms.link(platform, Columns.COMPETENCES, true);
        node.scored(link, ada, 26, List.of(SEARCH));
        awaitAllSent(link, 1);
        CompetenceLevel renamed = new CompetenceLevel("1.1", "Chercher", "1", "Information", 4, 8, 34);
        node.scored(link, ada, 34, List.of(renamed));
        await().atMost(PATIENCE).until(() -> platforms.lineItems().getFirst().label().equals("1.1 Chercher – niveau"));
        awaitAllSent(link, 1);
        node.scored(link, ada, 35, List.of(renamed));
        awaitAllSent(link, 1);

        assertThat(platforms.lineItems()).hasSize(1);
        assertThat(platforms.lineItems().getFirst().maximum()).isEqualByComparingTo(BigDecimal.valueOf(8));
        assertThat(platforms.changes).hasValue(1);
        assertThat(platforms.entries(platforms.lineItems().getFirst(), subject(ada))).hasSize(2);
    }

    @Test
    void without_the_right_to_make_columns_the_own_one_is_filled_and_the_teacher_reads_why() {
        Link link = platforms.link(platform, Columns.COMPETENCES, false);
        node.scored(link, ada, 26, List.of(SEARCH));
        awaitState(link, ada, State.SENT);

        assertThat(returns(link).columns()).isEmpty();
        assertThat(returns(link).withoutColumns()).isEqualTo("no-column-right");
        assertThat(platforms.looks).hasValue(0);
        assertThat(returns(platforms.link(platform, true)).withoutColumns()).isNull();
    }

    @Test
    void a_platform_that_refuses_the_column_still_gets_the_score() {
        Link link = platforms.link(platform, Columns.COMPETENCES, true);
        platforms.answerCreation((count, gradebook) -> new Never<>("refused", "HTTP 403"));
        node.scored(link, ada, 26, List.of(SEARCH));
        awaitState(link, ada, State.SENT);
        await().atMost(PATIENCE)
                .until(() -> "column-refused".equals(returns(link).columns().getFirst().reason()));

        platforms.answerCreation((count, gradebook) -> new Done<>(gradebook.get()));
        awaitAllSent(link, 1);
    }

    @Test
    void a_links_own_column_is_found_where_no_launch_names_it() {
        Link named = platforms.link(platform, Columns.COMPETENCES, true);
        Link link = platforms.withoutOwn(named);
        platforms.addLineItem(link, "1.1 – niveau", "competence:1.1", "competence-1.1");
        LineItem own = platforms.addLineItem(link, "Activité", "", "");
        node.scored(link, ada, 26);
        awaitState(link, ada, State.SENT);
        assertThat(platforms.entries(own, subject(ada))).hasSize(1);

        Link linked = platforms.withoutOwn(platforms.link(platform, Columns.SCORE, false));
        platforms.addLineItem(linked, "Autre", "", "");
        LineItem tagged = platforms.addLineItem(linked, "Activité", "competence:1.1", "score");
        node.scored(linked, ada, 26);
        awaitState(linked, ada, State.SENT);
        assertThat(platforms.entries(tagged, subject(ada))).hasSize(1);
    }

    @Test
    void a_link_without_a_column_of_its_own_waits_for_one() {
        Link link = platforms.withoutOwn(platforms.link(platform, Columns.SCORE, true));
        node.scored(link, ada, 26);
        await().atMost(PATIENCE).until(() -> "no-line-item".equals(node.returned(link, ada).reason()));
        assertThat(platforms.creations).hasValue(0);
        LineItem own = platforms.addLineItem(link, "Activité", "", "");
        awaitState(link, ada, State.SENT);
        assertThat(platforms.entries(own, subject(ada))).hasSize(1);
    }
}
