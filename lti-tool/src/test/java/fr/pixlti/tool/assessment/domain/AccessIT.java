package fr.pixlti.tool.assessment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pixlti.tool.assessment.AssessmentApi;
import fr.pixlti.tool.assessment.AssessmentId;
import fr.pixlti.tool.assessment.Subject;
import fr.pixlti.tool.assessment.domain.TakeTest.Screen;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Needs;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.testing.SettableClock;
import fr.pixlti.tool.testing.TestDatabase;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/** Questions during which leaving is noticed, and questions for people with needs, on a real MariaDB. */
@SpringBootTest(classes = TakeTestIT.Rooms.class, webEnvironment = WebEnvironment.NONE)
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
class AccessIT {

    private static final Needs SCREEN_READER = new Needs(true, false);

    @Autowired
    AssessmentApi api;
    @Autowired
    TakeTest takeTest;
    @Autowired
    SayNeeds sayNeeds;
    @Autowired
    ReadReview readReview;
    @Autowired
    SettableClock clock;
    @Autowired
    ContentApi content;
    @Autowired
    DSLContext database;
    @Autowired
    Transactions transactions;

    private final PersonId person = new PersonId(UUID.randomUUID());
    private final PersonId neighbour = new PersonId(UUID.randomUUID());

    @Test
    void leaving_is_announced_noted_once_and_changes_no_mark() {
        AssessmentId test = started(Item::focused, false);
        assertThat(takeTest.look(test, person)).isInstanceOfSatisfying(Screen.ClockStart.class, start -> {
            assertThat(start.item().focused()).isTrue();
            assertThat(start.seconds()).isNull();
        });
        takeTest.leave(test, person, 1);
        assertThat(leavings(test)).as("before the question is shown").isZero();

        Screen.Question question = (Screen.Question) takeTest.startClock(test, person);
        assertThat(question.left()).isFalse();
        takeTest.leave(test, person, 1);
        clock.advance(Duration.ofSeconds(5));
        takeTest.leave(test, person, 1);
        assertThat(leavings(test)).isEqualTo(1);
        assertThat(((Screen.Question) takeTest.look(test, person)).left()).isTrue();

        takeTest.answer(test, person, 1, TakeTestIT.keyed(question.item(), true));
        assertThat(outcome(test)).isEqualTo("RIGHT");
        assertThat(leavings(test)).as("stands with the answer").isEqualTo(1);
    }

    @Test
    void where_leaving_counts_a_right_answer_is_no_success() {
        AssessmentId left = started(Item::focused, true);
        Item item = ((Screen.Question) takeTest.startClock(left, person)).item();
        takeTest.leave(left, person, 1);
        takeTest.answer(left, person, 1, TakeTestIT.keyed(item, true));
        assertThat(outcome(left)).isEqualTo("FOCUS_LOST");
        assertThat(known(left, item)).isEqualTo("INVALIDATED");
    }

    @Test
    void where_leaving_counts_who_stayed_is_right_and_who_was_wrong_is_wrong() {
        AssessmentId stayed = started(Item::focused, true);
        Item item = ((Screen.Question) takeTest.startClock(stayed, person)).item();
        takeTest.answer(stayed, person, 1, TakeTestIT.keyed(item, true));
        assertThat(outcome(stayed)).isEqualTo("RIGHT");

        AssessmentId passed = started(Item::focused, true);
        takeTest.startClock(passed, person);
        takeTest.leave(passed, person, 1);
        takeTest.answer(passed, person, 1, new Given.Skipped());
        assertThat(outcome(passed)).isEqualTo("SKIPPED");
    }

    @Test
    void leaving_another_question_is_nobodys_business() {
        AssessmentId test = started(item -> !item.announced(), true);
        takeTest.leave(test, person, 1);
        assertThat(leavings(test)).isZero();

        AssessmentId focused = started(Item::focused, true);
        takeTest.startClock(focused, person);
        takeTest.leave(focused, person, 2);
        assertThatThrownBy(() -> takeTest.leave(focused, neighbour, 1)).isInstanceOf(DomainError.class);
        assertThat(leavings(focused)).isZero();
    }

    @Test
    void needs_are_kept_while_they_are_said_and_with_tests_while_these_last() {
        sayNeeds.handle(person, SCREEN_READER);
        assertThat(sayNeeds.of(person)).isEqualTo(SCREEN_READER);
        assertThat(sayNeeds.of(neighbour)).isEqualTo(Needs.NONE);
        AssessmentId test = started(item -> item.timer() == null, false);
        assertThat(needsOf(test)).isEqualTo("true false");

        sayNeeds.handle(person, new Needs(true, true));
        assertThat(needsOf(test)).as("a test under way follows").isEqualTo("true true");
        while (takeTest.look(test, person) instanceof Screen screen && !(screen instanceof Screen.Over)) {
            pass(test, screen);
        }
        assertThat(needsOf(test)).as("forgotten when it is over").isEqualTo("false false");

        sayNeeds.handle(person, Needs.NONE);
        assertThat(sayNeeds.of(person)).isEqualTo(Needs.NONE);
        assertThat(count("SELECT COUNT(*) FROM assessment_needs WHERE person_id = '" + person.value() + "'"))
                .isZero();
    }

    @Test
    void whoever_needs_it_has_half_as_much_time_again() {
        Item timed = content.current().items().values().stream().filter(item -> item.timer() != null).findFirst()
                .orElseThrow();
        sayNeeds.handle(person, new Needs(false, true));
        AssessmentId test = started(timed::equals, false);
        int allowed = Objects.requireNonNull(timed.timer());
        int seconds = allowed + (allowed + 1) / 2;
        assertThat(((Screen.ClockStart) takeTest.look(test, person)).seconds()).isEqualTo(seconds);
        Screen.Question question = (Screen.Question) takeTest.startClock(test, person);
        assertThat(question.secondsLeft()).isEqualTo(seconds);

        clock.advance(Duration.ofSeconds(seconds));
        takeTest.answer(test, person, 1, TakeTestIT.keyed(question.item(), true));
        assertThat(outcome(test)).isEqualTo("RIGHT");

        sayNeeds.handle(person, Needs.NONE);
        AssessmentId without = started(timed::equals, false);
        takeTest.startClock(without, person);
        clock.advance(Duration.ofSeconds(seconds));
        takeTest.answer(without, person, 1, TakeTestIT.keyed(question.item(), true));
        assertThat(outcome(without)).isEqualTo("LATE");
    }

    @Test
    void an_alternative_is_shown_to_whom_it_is_for() {
        Predicate<Item> told = item -> item.alternative() != null && !item.suitsBlindness() && item.picture() != null;
        AssessmentId test = started(told, false);
        Item item = ((Screen.Question) takeTest.look(test, person)).item();
        assertThat(item.picture()).isNotNull();

        sayNeeds.handle(person, SCREEN_READER);
        Item other = ((Screen.Question) takeTest.look(test, person)).item();
        assertThat(other).isEqualTo(item.alternative());
        assertThat(other.instruction()).isNotEqualTo(item.instruction());
        takeTest.answer(test, person, 1, TakeTestIT.keyed(other, true));
        assertThat(outcome(test)).isEqualTo("RIGHT");
        while (takeTest.look(test, person) instanceof Screen screen && !(screen instanceof Screen.Over)) {
            pass(test, screen);
        }
        assertThat(readReview.handle(test, person).review().test().needs()).isEqualTo(SCREEN_READER);
    }

    @Test
    void a_question_that_does_not_suit_gives_way_unanswered() {
        AssessmentId test = started(item -> !item.offers(SCREEN_READER), false);
        Item unsuited = ((Screen.Question) takeTest.look(test, person)).item();
        Given stale = TakeTestIT.keyed(unsuited, true);

        sayNeeds.handle(person, SCREEN_READER);
        Screen screen = takeTest.look(test, person);
        Item next = screen instanceof Screen.ClockStart start ? start.item() : ((Screen.Question) screen).item();
        assertThat(next.id()).isNotEqualTo(unsuited.id());
        assertThat(next.suitsBlindness()).isTrue();
        assertThat(api.view(test).orElseThrow().answered()).isZero();
        // A form of the question that is gone: at best it fits no field of the one that is there.
        assertThat(stale).isNotEqualTo(TakeTestIT.keyed(next, true));
    }

    @Test
    void what_a_node_remembers_of_a_test_does_not_outlive_a_change_of_needs() {
        AssessmentId test = started(item -> !item.announced(), false);
        takeTest.answer(test, person, 1, new Given.Skipped());
        sayNeeds.handle(person, SCREEN_READER);
        Screen screen = takeTest.look(test, person);
        while (api.view(test).orElseThrow().answered() < 2) {
            pass(test, screen);
            screen = takeTest.look(test, person);
        }
        assertThat(needsOf(test)).isEqualTo("true false");
    }

    /** A test at an item like this, shown if it has no announcement. */
    private AssessmentId started(Predicate<Item> like, boolean leavingCounts) {
        Item item = content.current().items().values().stream().filter(like).findFirst().orElseThrow();
        api.reset(person, competence(item));
        AssessmentId test = api.nextId();
        api.start(test, person, new Subject.Competence(competence(item)), "/participations/x", leavingCounts);
        transactions.run(() -> database.execute("UPDATE assessment_assessment SET current_item = ?, current_since = "
                + (item.announced() ? "NULL" : "started_at") + " WHERE id = ?", item.id(), test.value()));
        return test;
    }

    private String competence(Item item) {
        return content.current().skill(item.skill()).competence();
    }

    private void pass(AssessmentId test, Screen screen) {
        int answered = api.view(test).orElseThrow().answered();
        switch (screen) {
            case Screen.Question question -> takeTest.answer(test, person, answered + 1, new Given.Skipped());
            case Screen.ClockStart start -> takeTest.startClock(test, person);
            case Screen.Checkpoint checkpoint -> takeTest.passCheckpoint(test, person, answered);
            case Screen.Over over -> throw new AssertionError("over");
        }
    }

    private String outcome(AssessmentId test) {
        return text("SELECT outcome FROM assessment_answer WHERE position = 1 AND assessment_id = '" + test + "'");
    }

    private String known(AssessmentId test, Item item) {
        return text("SELECT status FROM assessment_knowledge WHERE assessment_id = '" + test + "' AND skill = '"
                + item.skill() + "'");
    }

    private String needsOf(AssessmentId test) {
        return text("SELECT CONCAT(IF(screen_reader, 'true', 'false'), ' ', IF(colours, 'true', 'false'))"
                + " FROM assessment_assessment WHERE id = '" + test + "'");
    }

    private int leavings(AssessmentId test) {
        return count("SELECT COUNT(*) FROM assessment_leaving WHERE assessment_id = '" + test + "'");
    }

    private int count(String sql) {
        return Integer.parseInt(text(sql));
    }

    private String text(String sql) {
        return transactions.call(() -> String.valueOf(database.fetchValue(sql)));
    }
}
