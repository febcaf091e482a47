package fr.pixlti.tool.assessment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.Scheduler;
import fr.pixlti.tool.assessment.AssessmentApi;
import fr.pixlti.tool.assessment.AssessmentApi.Scorecard;
import fr.pixlti.tool.assessment.AssessmentId;
import fr.pixlti.tool.assessment.domain.TakeTest.Screen;
import fr.pixlti.tool.assessment.events.AssessmentCompleted;
import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.lti.TestAuditLog;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.testing.SettableClock;
import fr.pixlti.tool.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.event.EventListener;
import org.springframework.test.context.ContextConfiguration;

/** A test from its start to its end, on the real content and a real MariaDB. */
@SpringBootTest(classes = TakeTestIT.Rooms.class, webEnvironment = WebEnvironment.NONE)
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
class TakeTestIT {

    private static final String COMPETENCE = "1.1";

    @Autowired
    AssessmentApi api;
    @Autowired
    TakeTest takeTest;
    @Autowired
    ReadReview readReview;
    @Autowired
    SettableClock clock;
    @Autowired
    Heard heard;

    private final PersonId person = new PersonId(UUID.randomUUID());

    @BeforeEach
    void forget() {
        heard.completed.clear();
    }

    @Test
    void everything_right_ends_at_the_highest_level_the_content_has() {
        AssessmentId test = started(person);
        int questions = play(test, person, true);
        assertThat(questions).isBetween(7, 30);
        assertThat(heard.completed).singleElement().satisfies(event -> {
            assertThat(event.assessmentId()).isEqualTo(test.value());
            assertThat(event.level()).isEqualTo(7);
            assertThat(event.pix()).isEqualTo(56);
        });
        Scorecard scorecard = api.scorecard(person, COMPETENCE);
        assertThat(scorecard.pix()).isEqualTo(56);
        assertThat(scorecard.maxLevel()).isEqualTo(7);
        assertThat(scorecard.improvableAt()).isNull();
    }

    @Test
    void everything_wrong_ends_at_zero_and_can_be_improved_after_the_delay_only() {
        AssessmentId test = started(person);
        play(test, person, false);
        assertThat(heard.completed).singleElement().satisfies(event -> assertThat(event.pix()).isZero());
        Scorecard scorecard = api.scorecard(person, COMPETENCE);
        assertThat(scorecard.improvableAt()).isEqualTo(clock.instant().plus(Duration.ofDays(4)));
        assertThat(scorecard.resettableAt()).isEqualTo(clock.instant().plus(Duration.ofDays(7)));
    }

    @Test
    void an_improvement_asks_what_failed_and_keeps_what_was_right() {
        AssessmentId first = started(person);
        List<Boolean> mixed = List.of(true, false, true, true, false);
        playPattern(first, person, mixed);
        int before = api.scorecard(person, COMPETENCE).pix();
        clock.advance(Duration.ofDays(4));
        AssessmentId second = started(person);
        Set<String> firstItems = itemsOf(first);
        play(second, person, true);
        assertThat(api.scorecard(person, COMPETENCE).pix()).isGreaterThan(before).isEqualTo(56);
        assertThat(itemsOf(second)).as("the other variant of what failed").doesNotContainAnyElementsOf(firstItems);
    }

    @Test
    void before_the_delay_a_new_test_has_nothing_to_ask_and_is_over_at_once() {
        play(started(person), person, false);
        heard.completed.clear();
        AssessmentId second = started(person);
        assertThat(takeTest.look(second, person)).isInstanceOf(Screen.Over.class);
        assertThat(heard.completed).singleElement()
                .satisfies(event -> assertThat(event.assessmentId()).isEqualTo(second.value()));
    }

    @Test
    void starting_over_forgets_and_gives_up_the_test_under_way() {
        AssessmentId first = started(person);
        answerOne(first, person, true);
        api.reset(person, COMPETENCE);
        assertThat(api.scorecard(person, COMPETENCE).assessed()).isZero();
        assertThatThrownBy(() -> takeTest.look(first, person)).isInstanceOf(DomainError.class);
    }

    @Test
    void a_double_click_and_a_stale_form_keep_one_answer() throws Exception {
        AssessmentId test = started(person);
        Screen.Question question = question(test, person);
        Given given = keyed(question.item(), true);
        try (ExecutorService clicks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Screen>> both = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                both.add(clicks.submit(() -> takeTest.answer(test, person, 1, given)));
            }
            for (Future<Screen> click : both) {
                assertThat(click.get()).isNotInstanceOf(Screen.Over.class);
            }
        }
        assertThat(api.view(test).orElseThrow().answered()).isEqualTo(1);
        takeTest.answer(test, person, 1, given);
        assertThat(api.view(test).orElseThrow().answered()).isEqualTo(1);
    }

    @Test
    void resuming_shows_the_same_question() {
        AssessmentId test = started(person);
        answerOne(test, person, true);
        Screen.Question before = question(test, person);
        clock.advance(Duration.ofDays(30));
        assertThat(question(test, person).item()).isSameAs(before.item());
    }

    @Test
    void a_neighbour_meets_nothing() {
        AssessmentId test = started(person);
        PersonId neighbour = new PersonId(UUID.randomUUID());
        Given given = keyed(question(test, person).item(), true);
        assertThatThrownBy(() -> takeTest.look(test, neighbour)).isInstanceOf(DomainError.class);
        assertThatThrownBy(() -> takeTest.answer(test, neighbour, 1, given)).isInstanceOf(DomainError.class);
        assertThatThrownBy(() -> takeTest.startClock(test, neighbour)).isInstanceOf(DomainError.class);
        assertThatThrownBy(() -> takeTest.passCheckpoint(test, neighbour, 5)).isInstanceOf(DomainError.class);
        assertThatThrownBy(() -> readReview.handle(test, neighbour)).isInstanceOf(DomainError.class);
        assertThat(api.view(test).orElseThrow().answered()).isZero();
    }

    @Test
    void a_damaged_answer_changes_nothing() {
        AssessmentId test = started(person);
        assertThatThrownBy(() -> takeTest.answer(test, person, 1, new Given.Chosen(new TreeSet<>(Set.of(99)))))
                .isInstanceOf(DomainError.class);
        assertThat(api.view(test).orElseThrow().answered()).isZero();
    }

    @Test
    void after_five_answers_there_is_a_checkpoint_until_it_is_passed() {
        AssessmentId test = started(person);
        for (int i = 0; i < 5; i++) {
            answerOne(test, person, true);
        }
        assertThat(takeTest.look(test, person)).isInstanceOfSatisfying(Screen.Checkpoint.class,
                checkpoint -> assertThat(checkpoint.review().answers()).hasSize(5));
        assertThat(takeTest.passCheckpoint(test, person, 5)).isNotInstanceOf(Screen.Checkpoint.class);
    }

    private AssessmentId started(PersonId who) {
        AssessmentId id = api.nextId();
        api.start(id, who, COMPETENCE, "/participations/x");
        return id;
    }

    private int play(AssessmentId test, PersonId who, boolean right) {
        return playPattern(test, who, List.of(right));
    }

    private int playPattern(AssessmentId test, PersonId who, List<Boolean> pattern) {
        int questions = 0;
        while (!(takeTest.look(test, who) instanceof Screen.Over)) {
            answerOne(test, who, pattern.get(questions % pattern.size()));
            questions++;
            assertThat(questions).as("the test ends").isLessThan(60);
        }
        return questions;
    }

    private void answerOne(AssessmentId test, PersonId who, boolean right) {
        Screen.Question question = question(test, who);
        takeTest.answer(test, who, question.test().answered() + 1, keyed(question.item(), right));
    }

    private Screen.Question question(AssessmentId test, PersonId who) {
        Screen screen = takeTest.look(test, who);
        if (screen instanceof Screen.Checkpoint) {
            screen = takeTest.passCheckpoint(test, who, api.view(test).orElseThrow().answered());
        }
        if (screen instanceof Screen.ClockStart) {
            screen = takeTest.startClock(test, who);
        }
        return (Screen.Question) screen;
    }

    private Set<String> itemsOf(AssessmentId test) {
        Set<String> items = new TreeSet<>();
        readReview.handle(test, person).review().answers().forEach(answer -> items.add(answer.item()));
        return items;
    }

    /** The answer that the item's key wants, or a pass. */
    static Given keyed(Item item, boolean right) {
        if (!right) {
            return new Given.Skipped();
        }
        return switch (item.work()) {
            case Item.Choose choose -> {
                TreeSet<Integer> indexes = new TreeSet<>();
                for (int i = 0; i < choose.choices().size(); i++) {
                    if (choose.choices().get(i).right()) {
                        indexes.add(i);
                    }
                }
                yield new Given.Chosen(indexes);
            }
            case Item.Fill fill ->
                Given.Filled.of(Map.of(fill.field().name(), fill.field().answers().getFirst()));
            case Item.FillSeveral several -> {
                TreeMap<String, String> texts = new TreeMap<>();
                for (int i = 0; i < several.fields().size(); i++) {
                    Item.Field field = several.fields().get(i);
                    texts.put(field.name(), several.dependent()
                            ? several.groups().get(i).getFirst()
                            : field.answers().getFirst());
                }
                yield new Given.Filled(texts);
            }
            case Item.Operate operate -> Given.Filled.of(operate.facts().stream()
                    .collect(Collectors.toMap(Item.Field::name, fact -> fact.answers().getFirst())));
        };
    }

    /** The events published, in order. */
    static class Heard {

        final List<AssessmentCompleted> completed = new ArrayList<>();

        @EventListener
        void on(AssessmentCompleted event) {
            completed.add(event);
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @ConfigurationPropertiesScan({"fr.pixlti.tool.assessment", "fr.pixlti.tool.content", "fr.pixlti.tool.shared"})
    @ComponentScan({"fr.pixlti.tool.assessment", "fr.pixlti.tool.content", "fr.pixlti.tool.shared"})
    static class Rooms {

        @Bean
        SettableClock clock() {
            return new SettableClock();
        }

        @Bean
        TestAuditLog audit() {
            return new TestAuditLog();
        }

        /** Takes jobs and runs none. */
        @Bean(destroyMethod = "")
        Scheduler scheduler(DataSource database) {
            return Scheduler.create(database).build();
        }

        @Bean
        Heard heard() {
            return new Heard();
        }
    }
}
