package fr.pixlti.tool.gradebook;

import static fr.pixlti.tool.gradebook.GradebookNode.subject;
import static org.awaitility.Awaitility.await;

import fr.pixlti.tool.lti.LtiApi.Link;
import fr.pixlti.tool.lti.spi.ScoreReturns.State;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** One node of the gradebook on a database of its own, with platforms that do as they are told. */
abstract class OneNodeTest {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    final FakePlatforms platforms = new FakePlatforms();
    final UUID platform = UUID.randomUUID();
    final PersonId ada = new PersonId(UUID.randomUUID());
    GradebookNode node;

    @BeforeEach
    void start() {
        node = GradebookNode.start(TestDatabase.fresh(), platforms);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    void restart(String... settings) {
        node.close();
        node = GradebookNode.start(TestDatabase.fresh(), platforms, settings);
    }

    void awaitState(Link link, PersonId person, State state) {
        await().atMost(PATIENCE).until(() -> node.returned(link, person).state() == state);
    }

    List<Integer> given(Link link, PersonId person) {
        return platforms.entries(link, subject(person)).stream().map(entry -> entry.given().intValue()).toList();
    }

    <T> T inTransaction(java.util.function.Supplier<T> work) {
        return node.bean(Transactions.class).call(work);
    }

    static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
