package fr.pixlti.tool.assessment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pixlti.tool.assessment.AssessmentApi;
import fr.pixlti.tool.assessment.AssessmentApi.Scorecard;
import fr.pixlti.tool.assessment.AssessmentSettings.Certifiable;
import fr.pixlti.tool.assessment.domain.engine.KnowledgeElement;
import fr.pixlti.tool.assessment.domain.engine.Source;
import fr.pixlti.tool.assessment.domain.engine.Status;
import fr.pixlti.tool.assessment.domain.profile.KeepLessons;
import fr.pixlti.tool.assessment.domain.profile.Profile;
import fr.pixlti.tool.assessment.domain.profile.ReadCards;
import fr.pixlti.tool.assessment.domain.profile.ReadCompetence;
import fr.pixlti.tool.assessment.domain.profile.ReadCompetence.Ladder;
import fr.pixlti.tool.assessment.domain.profile.ReadCompetence.State;
import fr.pixlti.tool.assessment.domain.profile.ReadProfile;
import fr.pixlti.tool.assessment.domain.profile.SavedLessons;
import fr.pixlti.tool.assessment.domain.profile.ShowIntroduction;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.Skill;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.HomeCard;
import fr.pixlti.tool.shared.HomeCard.Card;
import fr.pixlti.tool.shared.HomeCard.Kind;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.testing.SettableClock;
import fr.pixlti.tool.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** A person's own space, on the real content and a real MariaDB. */
@SpringBootTest(classes = TakeTestIT.Rooms.class, webEnvironment = WebEnvironment.NONE)
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
@Import(OwnSpaceIT.OtherRooms.class)
class OwnSpaceIT {

    private static final String TOPIC = "adresses-web";

    @Autowired
    AssessmentApi api;
    @Autowired
    ReadProfile readProfile;
    @Autowired
    ReadCompetence readCompetence;
    @Autowired
    KeepLessons keepLessons;
    @Autowired
    SavedLessons savedLessons;
    @Autowired
    ShowIntroduction showIntroduction;
    @Autowired
    ReadCards readCards;
    @Autowired
    Assessments assessments;
    @Autowired
    ContentApi content;
    @Autowired
    Transactions transactions;
    @Autowired
    SettableClock clock;

    private final PersonId person = new PersonId(UUID.randomUUID());

    @Test
    void who_did_nothing_has_sixteen_competences_to_test() {
        Profile profile = readProfile.of(person);
        assertThat(profile.pix()).isZero();
        assertThat(profile.maxPix()).isEqualTo(16 * 8 * 7);
        assertThat(profile.competences()).hasSize(16).allSatisfy(card -> assertThat(card.assessed()).isZero());
        assertThat(profile.others()).isEmpty();
        assertThat(profile.certifiable()).isFalse();
    }

    @Test
    void the_total_adds_up_what_each_competence_says() {
        know("1.1", 8);
        know("2.3", 3);
        know("5.2", 1);

        Profile profile = readProfile.of(person);

        List<Scorecard> each = profile.competences().stream().map(card -> api.scorecard(person, card.competence()))
                .toList();
        assertThat(profile.competences()).isEqualTo(each).isEqualTo(api.profile(person));
        assertThat(profile.pix()).isEqualTo(each.stream().mapToInt(Scorecard::pix).sum()).isGreaterThan(56);
        assertThat(each.getFirst().pix()).as("level 7 at most").isEqualTo(56);
    }

    @Test
    void five_competences_at_level_one_make_a_profile_certifiable_and_four_do_not() {
        for (String competence : List.of("1.1", "1.2", "1.3", "2.1")) {
            know(competence, 2);
        }
        assertThat(readProfile.of(person)).satisfies(profile -> {
            assertThat(profile.reached()).isEqualTo(4);
            assertThat(profile.rules()).isEqualTo(new Certifiable(5, 1));
            assertThat(profile.certifiable()).isFalse();
        });
        know("4.1", 2);
        assertThat(readProfile.of(person).certifiable()).isTrue();
    }

    @Test
    void another_framework_is_apart_and_there_only_once_something_is_known_of_it() {
        know("e1.1", 8);
        Profile profile = readProfile.of(person);
        assertThat(profile.pix()).isZero();
        assertThat(profile.certifiable()).isFalse();
        assertThat(profile.others()).hasSize(19).anySatisfy(card -> {
            assertThat(card.competence()).isEqualTo("e1.1");
            assertThat(card.pix()).isPositive();
        });
    }

    @Test
    void a_competence_says_of_each_skill_what_is_known() {
        Skill known = content.current().topic(TOPIC).skills().getFirst();
        Skill failed = content.current().topic(TOPIC).skills().get(1);
        keep("1.1", List.of(element(known, Status.VALIDATED), element(failed, Status.INVALIDATED)));

        ReadCompetence.Known competence = readCompetence.of(person, "1.1");

        Ladder ladder = competence.ladders().stream().filter(each -> each.topic().id().equals(TOPIC)).findFirst()
                .orElseThrow();
        assertThat(ladder.rungs()).extracting(ReadCompetence.Rung::state).startsWith(State.VALIDATED, State.FAILED,
                State.UNKNOWN);
        assertThat(competence.ladders()).filteredOn(Ladder::failed).containsExactly(ladder);
        assertThat(competence.scorecard()).isEqualTo(api.scorecard(person, "1.1"));
        assertThatThrownBy(() -> readCompetence.of(person, "9.9")).isInstanceOf(DomainError.class);
    }

    @Test
    void a_lesson_is_kept_once_however_often_it_is_sent() throws Exception {
        try (ExecutorService clicks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(clicks.submit(() -> keepLessons.save(person, TOPIC)));
            }
            for (Future<?> click : all) {
                click.get();
            }
        }
        Instant first = saved().getFirst().at();
        clock.advance(java.time.Duration.ofHours(1));
        keepLessons.save(person, TOPIC);
        assertThat(saved()).singleElement().satisfies(lesson -> assertThat(lesson.at()).isEqualTo(first));
        assertThat(keepLessons.topics(person)).containsExactly(TOPIC);
        assertThat(keepLessons.of(new PersonId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void lessons_come_newest_first_and_go_when_they_are_removed() {
        keepLessons.save(person, TOPIC);
        clock.advance(java.time.Duration.ofMinutes(1));
        keepLessons.save(person, "mots-cles");
        assertThat(keepLessons.of(person)).extracting(kept -> kept.topic().id()).containsExactly("mots-cles", TOPIC);

        keepLessons.remove(person, "mots-cles");
        keepLessons.remove(person, "mots-cles");

        assertThat(keepLessons.of(person)).extracting(kept -> kept.topic().id()).containsExactly(TOPIC);
        assertThatThrownBy(() -> keepLessons.save(person, "nothing-of-the-kind")).isInstanceOf(DomainError.class);
    }

    @Test
    void a_vote_counts_once_and_stays_when_the_lesson_is_removed() {
        String topic = "veille-flux";
        int before = votes(topic);
        keepLessons.vote(person, topic, true);
        assertThat(votes(topic)).as("not on the list").isEqualTo(before);

        keepLessons.save(person, topic);
        keepLessons.vote(person, topic, true);
        keepLessons.vote(person, topic, true);
        assertThat(votes(topic)).isEqualTo(before + 1);
        keepLessons.remove(person, topic);
        assertThat(keepLessons.of(person)).isEmpty();
        assertThat(votes(topic)).isEqualTo(before + 1);

        keepLessons.save(person, topic);
        assertThat(keepLessons.of(person)).singleElement().satisfies(kept -> assertThat(kept.useful()).isTrue());
        keepLessons.vote(person, topic, false);
        assertThat(votes(topic)).isEqualTo(before);
    }

    @Test
    void the_introduction_comes_first_until_it_was_seen() {
        assertThat(api.introduction(person, "/participations/1?a=b"))
                .contains("/profile/introduction?continue=%2Fparticipations%2F1%3Fa%3Db");
        showIntroduction.done(person);
        showIntroduction.done(person);
        assertThat(api.introduction(person, "/participations/1")).isEmpty();
        assertThat(api.introduction(person, "/participations/1")).as("as remembered").isEmpty();
        assertThat(api.introduction(new PersonId(UUID.randomUUID()), "/participations/1")).isPresent();
    }

    @Test
    void cards_of_all_rooms_come_in_one_list() {
        assertThat(readCards.waiting(person, Locale.FRENCH)).extracting(Card::title).containsExactly("resume 2",
                "resume 1", "todo 2", "todo 1");
        assertThat(readCards.recent(person, Locale.FRENCH, 3)).extracting(Card::title).containsExactly("done 25",
                "done 24", "done 23");
        assertThat(readCards.about(person, "1.1", Locale.FRENCH)).extracting(Card::title).containsExactly("resume 2",
                "done 24", "done 22");
    }

    @Test
    void the_history_is_leafed_through_without_a_gap() {
        ReadCards.Page first = readCards.history(person, Locale.FRENCH, 0);
        ReadCards.Page second = readCards.history(person, Locale.FRENCH, 1);
        assertThat(first.more()).isTrue();
        assertThat(second.more()).isFalse();
        assertThat(first.cards()).hasSize(20);
        List<Card> all = new ArrayList<>(first.cards());
        all.addAll(second.cards());
        assertThat(all).extracting(Card::title)
                .isEqualTo(IntStream.rangeClosed(1, 25).mapToObj(i -> "done " + (26 - i)).toList());
        assertThat(readCards.history(person, Locale.FRENCH, ReadCards.LAST_PAGE).cards()).isEmpty();
    }

    /** Every skill up to a level. */
    private void know(String competence, int level) {
        keep(competence, content.current().skillsOf(competence).stream()
                .map(skill -> element(skill, skill.level() <= level ? Status.VALIDATED : Status.INVALIDATED))
                .toList());
    }

    private void keep(String competence, Collection<KnowledgeElement> elements) {
        transactions.run(() -> assessments.keep(person, competence, api.nextId(), elements));
    }

    private KnowledgeElement element(Skill skill, Status status) {
        return new KnowledgeElement(skill.id(), status, Source.DIRECT, clock.instant());
    }

    private List<SavedLessons.Saved> saved() {
        return transactions.call(() -> savedLessons.of(person));
    }

    private int votes(String topic) {
        return transactions.call(() -> savedLessons.votes(topic));
    }

    /** Two rooms: one did what is odd, the other what is even; of the latter some concern 1.1. */
    static class OtherRooms {

        @Bean
        HomeCard odd() {
            return new Room(1, null);
        }

        @Bean
        HomeCard even() {
            return new Room(2, "1.1");
        }
    }

    private record Room(int first, @Nullable String competence) implements HomeCard {

        @Override
        public List<Card> waiting(PersonId person, Locale locale) {
            return List.of(card(Kind.TODO, "todo", first, null), card(Kind.RESUME, "resume", first, competence));
        }

        @Override
        public List<Card> history(PersonId person, Locale locale, int most) {
            return IntStream.rangeClosed(1, 25).map(i -> 26 - i).filter(i -> i % 2 == first % 2).limit(most)
                    .mapToObj(i -> card(Kind.HISTORY, "done", i, competence)).toList();
        }

        private static Card card(Kind kind, String title, int day, @Nullable String competence) {
            return new Card(kind, title + " " + day, "text", "action", "/participations/" + day,
                    Instant.parse("2026-01-01T00:00:00Z").plusSeconds(86_400L * day), competence);
        }
    }
}
