package fr.pixlti.tool.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.pixlti.tool.demo.domain.Activity;
import fr.pixlti.tool.demo.domain.Person;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.Endpoint;
import fr.pixlti.tool.testing.Fault;
import fr.pixlti.tool.testing.PlatformDouble;
import fr.pixlti.tool.testing.ReceivedScore;
import fr.pixlti.tool.testing.Reply;
import fr.pixlti.tool.testing.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes on one database behind one address: any node serves any request, and what happens happens once. */
class TwoNodesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static PlatformDouble lms;
    private static LoadBalancer balancer;
    private static Tool a;
    private static Tool b;

    private Activity activity;
    private Person pupil;

    @BeforeAll
    static void start() {
        lms = PlatformDouble.start();
        balancer = LoadBalancer.start();
        String[] database = TestDatabase.fresh();
        a = Tool.node(lms, Tool.freePort(), balancer.url(), database);
        b = Tool.node(lms, Tool.freePort(), balancer.url(), database);
        balancer.between(a.url(), b.url());
        lms.toolAt(balancer.url());
    }

    @BeforeEach
    void comeAnew() {
        activity = lms.addActivity("Rechercher", Map.of("pixlti_target", "competence:1.1"), "1");
        pupil = lms.addPupil();
    }

    @AfterAll
    static void stop() {
        Stream.of(b, a, balancer, lms).forEach(part -> {
            try {
                part.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void a_login_at_one_a_launch_at_the_other_and_a_test_at_both() {
        balancer.beginWithFirst();
        Visit visit = Visit.open(lms, pupil, activity);
        assertThat(visit.path()).startsWith("/participations/");

        assertThat(visit.submit("/test").play(true)).isBetween(7, 40);
        assertThat(visit.text()).contains("56 pix sur 56");
        await().atMost(PATIENCE).until(() -> lms.grade(activity, pupil).isPresent());
    }

    @Test
    void a_launch_posted_to_both_at_once_opens_one_session() throws Exception {
        for (int round = 0; round < 6; round++) {
            Browser browser = Browser.framed();
            Reply.Form launch = lms.launch(browser, pupil, activity).answer();
            int before = sessions();

            List<Reply> replies = toBoth(browser, launch.action().getPath(), List.copyOf(launch.fields().entrySet()));

            assertThat(sessions()).isEqualTo(before + 1);
            assertThat(replies).extracting(Reply::status).contains(303).isSubsetOf(303, 401);
            replies.stream().filter(reply -> reply.status() == 401)
                    .forEach(reply -> assertThat(reply.body()).contains("login-used", "cliquez de nouveau"));
            Visit seen = Visit.at(browser, browser.submit(launch));
            assertThat(seen.path()).startsWith("/participations/");
            assertThat(seen.reply().status()).isEqualTo(200);
        }
    }

    @Test
    void an_answer_given_to_both_at_once_counts_once() throws Exception {
        Browser browser = Browser.framed();
        Visit visit = Visit.open(lms, browser, pupil, activity).submit("/test").toQuestion();
        for (int question = 1; question <= 4; question++) {
            assertThat(visit.toQuestion().question()).isEqualTo(question);

            List<Reply> replies = toBoth(browser, visit.action("/answers").getPath(), visit.answerFields(true));

            assertThat(replies).extracting(Reply::status).containsOnly(302);
            assertThat(visit.reload().toQuestion().question()).isEqualTo(question + 1);
        }
    }

    @Test
    void what_a_teacher_sets_up_at_one_opens_at_the_other() {
        Activity unset = lms.addActivity("À régler", Map.of(), "1");
        for (int turn = 0; turn < 2; turn++) {
            assertThat(Visit.open(lms, pupil, unset).text()).contains("pas encore prête");
        }
        Visit.open(lms, lms.teacher(), unset).submit("/lti/pick", Map.entry("target", "competence:4.2"));

        for (int turn = 0; turn < 2; turn++) {
            assertThat(Visit.open(lms, pupil, unset).text()).contains("4.2");
        }
    }

    @Test
    void scores_are_sent_by_one_node_at_a_time_and_once() {
        // Slow answers leave the other node time to look for something to send.
        lms.fail(Endpoint.SCORES, 100, new Fault.SlowAnswer(Duration.ofMillis(400)));
        List<Person> pupils = List.of(pupil, lms.addPupil(), lms.addPupil(), lms.addPupil());
        for (Person each : pupils) {
            Visit.open(lms, each, activity).withScripts().submit("/test").play(false);
        }

        await().atMost(PATIENCE).until(() -> waiting() == 0);
        lms.heal();
        for (Person each : pupils) {
            String column = lms.grade(activity, each).orElseThrow().lineItemId();
            assertThat(lms.scores()).filteredOn(score -> score.userId().equals(each.id())
                    && score.uri().contains("/lineitems/" + column + "/")).extracting(ReceivedScore::status)
                    .containsExactly(200);
        }
    }

    private static List<Reply> toBoth(Browser browser, String path, List<Map.Entry<String, String>> fields)
            throws Exception {
        List<Reply> replies = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> both = Stream.of(a, b).map(node -> {
                Browser tab = browser.sameBrowser();
                return threads.submit(() -> tab.postOnly(URI.create(node.url() + path), fields));
            }).toList();
            for (Future<Reply> one : both) {
                replies.add(one.get());
            }
        }
        return replies;
    }

    private static int sessions() {
        return count("select count(*) from people_session");
    }

    private static int waiting() {
        return count("select count(*) from gradebook_score where state = 'WAITING'");
    }

    private static int count(String query) {
        return b.bean(Transactions.class).call(() -> b.bean(DSLContext.class).fetchSingle(query).into(int.class));
    }
}
