package fr.pixlti.tool.content.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.pixlti.tool.assessment.AssessmentApi;
import fr.pixlti.tool.assessment.AssessmentId;
import fr.pixlti.tool.assessment.domain.Given;
import fr.pixlti.tool.assessment.domain.ReadReview;
import fr.pixlti.tool.assessment.domain.TakeTest;
import fr.pixlti.tool.assessment.domain.TakeTest.Screen;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.testing.SettableClock;
import fr.pixlti.tool.testing.TestDatabase;
import fr.pixlti.tool.testing.TestPack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Releases in the database, nodes of two versions of the tool on it, and tests that go on through it all. */
@NullMarked
class ReleasesIT {

    private static final String REAL = "classpath:content/";
    private static final String SMALL = "classpath:content-fixtures/good/";
    private static final CurrentOperator NADIA = new CurrentOperator(UUID.randomUUID(), "Nadia",
            Set.of(CurrentOperator.Role.OPERATOR));

    private final String[] database = TestDatabase.fresh();
    private final SettableClock clock = new SettableClock();
    private final PersonId person = new PersonId(UUID.randomUUID());
    private final List<ContentNode> nodes = new ArrayList<>();

    @AfterEach
    void stop() {
        nodes.forEach(ContentNode::close);
    }

    @Test
    void a_test_keeps_its_release_through_an_upgrade_of_the_tool() {
        ContentNode before = node(REAL);
        before.bean(FollowReleases.class).keepBuiltIn();
        ContentRelease old = before.bean(HeldContent.class).current();
        String file = old.items().values().stream().filter(item -> item.picture() != null).findFirst()
                .map(item -> Objects.requireNonNull(item.picture()).path()).orElseThrow();
        byte[] bytes = before.bean(HeldContent.class).file(file).orElseThrow().bytes();
        AssessmentId test = started(before);
        answer(before, test);
        before.close();

        ContentNode after = node(SMALL);
        HeldContent content = after.bean(HeldContent.class);
        assertThat(content.current().id()).isNotEqualTo(old.id());
        assertThat(content.release(old.id()).items().keySet()).isEqualTo(old.items().keySet());
        assertThat(content.release(old.id()).topic("adresses-web")).isEqualTo(old.topic("adresses-web"));
        assertThat(content.file(old.id(), file).orElseThrow().bytes()).isEqualTo(bytes);

        int answers = 1;
        while (!(look(after, test) instanceof Screen.Over)) {
            assertThat(question(after, test).release()).isEqualTo(old.id());
            assertThat(old.items()).containsKey(answer(after, test));
            answers++;
            assertThat(answers).isLessThan(60);
        }
        assertThat(answers).isGreaterThan(6);
        assertThat(after.bean(ReadReview.class).handle(test, person).review().answers()).hasSize(answers);
    }

    @Test
    void a_published_pack_is_asked_by_new_tests_on_every_node_and_not_by_older_ones() {
        ContentNode a = node(SMALL);
        ContentNode b = node(SMALL);
        String builtIn = a.bean(HeldContent.class).current().id();
        AssessmentId old = started(b);
        UUID pack = uploaded(a, "extra");
        assertThat(a.bean(HeldContent.class).current().id()).as("a draft changes nothing").isEqualTo(builtIn);

        a.bean(PublishPack.class).publish(NADIA, pack);
        String composed = a.bean(HeldContent.class).current().id();
        assertThat(composed).isNotEqualTo(builtIn);
        assertThat(b.bean(HeldContent.class).current().id()).isEqualTo(builtIn);
        assertThat(b.bean(HeldContent.class).release(composed).topics()).containsKey("extra");
        b.bean(FollowReleases.class).follow();
        assertThat(b.bean(HeldContent.class).current().topics()).containsKey("extra");
        assertThat(question(b, old).release()).isEqualTo(builtIn);
        assertThat(question(a, started(a)).release()).isEqualTo(composed);
        assertThat(node(SMALL).bean(HeldContent.class).current().id()).as("a node that starts").isEqualTo(composed);

        b.bean(PublishPack.class).withdraw(NADIA, pack);
        a.bean(FollowReleases.class).follow();
        assertThat(a.bean(HeldContent.class).current().id()).isEqualTo(builtIn);
        assertThatThrownBy(() -> a.bean(PublishPack.class).withdraw(NADIA, pack)).isInstanceOf(DomainError.class)
                .hasMessage("content.pack-changed");
        assertThat(a.bean(LookAtContent.class).all(NADIA).releases())
                .extracting(line -> line.kept().id(), LookAtContent.Line::underWay)
                .contains(tuple(composed, 1));
    }

    @Test
    void two_nodes_that_publish_at_once_both_succeed() throws Exception {
        ContentNode a = node(SMALL);
        ContentNode b = node(SMALL);
        UUID one = uploaded(a, "one");
        UUID two = uploaded(b, "two");
        assertThat(atOnce(() -> publish(a, one), () -> publish(b, two))).containsOnly("done");
        a.bean(FollowReleases.class).follow();
        b.bean(FollowReleases.class).follow();
        ContentRelease release = a.bean(HeldContent.class).current();
        assertThat(release.topics()).containsKeys("one", "two", "chercher");
        assertThat(b.bean(HeldContent.class).current()).isEqualTo(release);
        assertThat(a.value("select number from content_publication", Integer.class)).isEqualTo(2);
    }

    @Test
    void of_one_pack_published_by_two_nodes_and_of_two_with_one_topic_one_is_published() throws Exception {
        ContentNode a = node(SMALL);
        ContentNode b = node(SMALL);
        UUID pack = uploaded(a, "one");
        assertThat(atOnce(() -> publish(a, pack), () -> publish(b, pack))).containsOnlyOnce("done")
                .contains("content.pack-changed");
        UUID first = uploaded(a, "same");
        UUID second = uploaded(b, "same");
        assertThat(atOnce(() -> publish(a, first), () -> publish(b, second))).containsOnlyOnce("done")
                .anyMatch(each -> each.contains("a topic of this name is already in the pack"));
    }

    @Test
    void packs_go_along_to_another_version_and_one_that_clashes_stays_out() {
        ContentNode a = node(SMALL);
        publish(a, uploaded(a, "extra"));
        // A topic of the real content, which the small one does not have.
        publish(a, uploaded(a, "adresses-web"));
        ContentNode upgraded = node(REAL);
        ContentRelease release = upgraded.bean(HeldContent.class).current();
        assertThat(release.topics()).containsKey("extra");
        assertThat(release.topic("adresses-web").title()).isNotEqualTo("Sujet ajouté");
        assertThat(upgraded.bean(LookAtContent.class).all(NADIA).packs())
                .extracting(line -> line.pack().name(), LookAtContent.PackLine::leftOut)
                .containsExactlyInAnyOrder(tuple("extra", false),
                        tuple("adresses-web", true));
        assertThat(a.bean(FollowReleases.class).follow().number()).isEqualTo(2);
        assertThat(a.bean(HeldContent.class).current().topic("adresses-web").title()).isEqualTo("Sujet ajouté");
    }

    @Test
    void a_pack_of_paths_alone_is_taken_and_withdrawn() {
        ContentNode node = node(SMALL);
        UUID pack = node.bean(UploadPack.class).handle(NADIA, "paths", new TestPack()
                .with("paths/plus.yaml", ContentFixture.path("plus", 1, "topics: {chercher: 2}")).zip());
        assertThat(node.bean(LookAtContent.class).pack(NADIA, pack).paths()).extracting(name -> name.in(Locale.FRENCH))
                .containsExactly("Parcours");
        publish(node, pack);
        assertThat(node.bean(HeldContent.class).current().targetProfile("plus")).isPresent();
        node.bean(PublishPack.class).withdraw(NADIA, pack);
        assertThat(node.bean(HeldContent.class).current().targetProfile("plus")).isEmpty();
        assertThat(node.bean(HeldContent.class).current().targetProfile("essai")).isPresent();
    }

    @Test
    void a_release_is_removed_when_nobody_needs_it_any_more() {
        ContentNode old = node(SMALL);
        old.bean(FollowReleases.class).keepBuiltIn();
        String id = old.bean(BuiltInContent.class).id();
        AssessmentId test = started(old);
        old.close();
        ContentNode now = node(REAL, "pixlti.content.keep-releases=30d");
        now.bean(RemoveReleases.class).run();
        assertThat(kept(now, id)).as("the retention is not over").isTrue();
        clock.advance(Duration.ofDays(40));
        now.bean(RemoveReleases.class).run();
        assertThat(kept(now, id)).as("a test is under way").isTrue();
        now.execute("update assessment_assessment set status = 'COMPLETED'");
        now.bean(RemoveReleases.class).run();
        assertThat(kept(now, id)).isFalse();
        assertThat(now.bean(ReadReview.class).handle(test, person).review().answers()).isEmpty();
    }

    @Test
    void a_question_that_is_nowhere_gives_way_to_the_next() {
        ContentNode lost = node(SMALL);
        AssessmentId test = started(lost);
        String gone = question(lost, test).item().id();
        String release = lost.bean(HeldContent.class).current().id();
        lost.close();
        ContentNode now = node(REAL);
        now.execute("delete from content_release where id = '" + release + "'");

        Screen.Question question = question(now, test);
        assertThat(question.release()).isEqualTo(now.bean(HeldContent.class).current().id());
        assertThat(question.test().answered()).isZero();
        assertThat(answer(now, test)).isNotEqualTo(gone).isEqualTo(question.item().id());
        while (!(look(now, test) instanceof Screen.Over)) {
            answer(now, test);
        }
        assertThat(now.bean(AssessmentApi.class).view(test).orElseThrow().completedAt()).isNotNull();
    }

    private ContentNode node(String folder, String... settings) {
        ContentNode node = ContentNode.start(database, folder, clock, settings);
        nodes.add(node);
        return node;
    }

    private AssessmentId started(ContentNode node) {
        AssessmentApi api = node.bean(AssessmentApi.class);
        AssessmentId id = api.nextId();
        api.start(id, person, "1.1", "/participations/x");
        return id;
    }

    private Screen look(ContentNode node, AssessmentId test) {
        return node.bean(TakeTest.class).look(test, person);
    }

    private Screen.Question question(ContentNode node, AssessmentId test) {
        TakeTest takeTest = node.bean(TakeTest.class);
        Screen screen = look(node, test);
        if (screen instanceof Screen.Checkpoint checkpoint) {
            screen = takeTest.passCheckpoint(test, person, checkpoint.review().test().answered());
        }
        if (screen instanceof Screen.ClockStart) {
            screen = takeTest.startClock(test, person);
        }
        return (Screen.Question) screen;
    }

    /** Passes the question that the test is at; the id of its item. */
    private String answer(ContentNode node, AssessmentId test) {
        Screen.Question question = question(node, test);
        node.bean(TakeTest.class).answer(test, person, question.test().answered() + 1, new Given.Skipped());
        return question.item().id();
    }

    private static UUID uploaded(ContentNode node, String topic) {
        return node.bean(UploadPack.class).handle(NADIA, topic, TestPack.of(topic).zip());
    }

    private static String publish(ContentNode node, UUID pack) {
        try {
            node.bean(PublishPack.class).publish(NADIA, pack);
            return "done";
        } catch (FaultyContent | DomainError e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static List<String> atOnce(Callable<String> one, Callable<String> other) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> results = new ArrayList<>();
            for (Future<String> each : threads.invokeAll(List.of(one, other))) {
                results.add(each.get());
            }
            return results;
        }
    }

    private static boolean kept(ContentNode node, String id) {
        return node.value("select count(*) from content_release where id = '" + id + "'", Integer.class) == 1;
    }
}
