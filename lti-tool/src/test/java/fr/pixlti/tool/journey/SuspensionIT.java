package fr.pixlti.tool.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.pixlti.tool.demo.domain.Activity;
import fr.pixlti.tool.demo.domain.Person;
import fr.pixlti.tool.lti.domain.DecidePlatform;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.PlatformDouble;
import fr.pixlti.tool.testing.Reply;
import fr.pixlti.tool.testing.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An operator suspends a platform at one node: who is there on its word is out at every node, until they come anew. */
class SuspensionIT {

    /** What the console promises, at every node. */
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final CurrentOperator OPERATOR = new CurrentOperator(new UUID(0, 9), "Nadia",
            Set.of(CurrentOperator.Role.OPERATOR));

    private static PlatformDouble lms;
    private static LoadBalancer balancer;
    private static Tool a;
    private static Tool b;

    @BeforeAll
    static void start() {
        lms = PlatformDouble.start();
        balancer = LoadBalancer.start();
        String[] database = TestDatabase.fresh();
        a = Tool.node(lms, Tool.freePort(), balancer.url(), database);
        b = Tool.node(lms, Tool.freePort(), balancer.url(), database);
        balancer.between(a.url(), b.url());
        lms.toolAt(balancer.url());
        // One of the settings is not the console's to suspend.
        a.bean(Transactions.class).run(() -> a.bean(DSLContext.class)
                .execute("update lti_platform set source = 'MANUAL'"));
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable part : List.of(b, a, balancer, lms)) {
            part.close();
        }
    }

    private static UUID platform() {
        return a.bean(Transactions.class)
                .call(() -> a.bean(DSLContext.class).fetchSingle("select id from lti_platform").into(UUID.class));
    }

    /** The page that the browser has open, asked of one node. */
    private static Reply at(Tool node, Visit visit) {
        return visit.browser().sameBrowser().get(node.url() + visit.reply().uri().getPath());
    }

    private static boolean saysSo(Reply page) {
        return page.status() == 401 && page.body().contains("<code>platform-suspended</code>");
    }

    @Test
    void open_sessions_end_at_every_node_and_people_come_back_by_a_launch() {
        Activity activity = lms.addActivity("Rechercher", Map.of("pixlti_target", "competence:1.1"), "1");
        Person pupil = lms.addPupil();
        Visit visit = Visit.open(lms, pupil, activity);
        Visit question = Visit.open(lms, visit.browser().sameBrowser(), pupil, activity).submit("/test").toQuestion();
        for (Tool node : List.of(a, b)) {
            assertThat(at(node, visit).status()).isEqualTo(200);
        }

        a.bean(DecidePlatform.class).suspend(OPERATOR, platform());
        assertThat(at(a, visit)).as("at once where it was decided").matches(SuspensionIT::saysSo);
        await().atMost(BOUND).until(() -> saysSo(at(b, visit)));
        assertThat(at(a, visit).body()).contains("Pix LTI est fermé à votre plateforme", "sont gardés")
                .doesNotContain("??", pupil.familyName());
        // An answer given meanwhile is not taken, nor lost without a word.
        for (Tool node : List.of(a, b)) {
            assertThat(question.browser().sameBrowser().postOnly(
                    URI.create(node.url() + question.action("/answers").getPath()), question.answerFields(true)))
                    .matches(SuspensionIT::saysSo);
        }
        Browser elsewhere = Browser.framed();
        assertThat(lms.launch(elsewhere, lms.addPupil(), activity).login().body())
                .contains("<code>platform-suspended</code>");

        a.bean(DecidePlatform.class).approve(OPERATOR, platform(), true);
        await().atMost(BOUND).until(() -> lms.launch(Browser.framed(), pupil, activity).login().status() == 302);
        for (Tool node : List.of(a, b)) {
            // One look: between two, a node may notice the approval before it forgets the session.
            await().atMost(BOUND).until(() -> at(node, visit), page -> page.status() == 401 && !saysSo(page));
        }
        assertThat(at(b, visit).body()).contains("Rouvrez l");

        Visit again = Visit.open(lms, pupil, activity);
        assertThat(again.path()).isEqualTo(visit.path());
        assertThat(again.submit("/test").toQuestion().question()).as("the test is where it was").isEqualTo(1);
        for (Tool node : List.of(a, b)) {
            assertThat(at(node, again).status()).isEqualTo(200);
        }
    }
}
