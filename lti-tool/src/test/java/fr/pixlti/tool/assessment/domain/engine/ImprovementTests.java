package fr.pixlti.tool.assessment.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImprovementTests {

    private static KnowledgeElement element(String skill, Status status, Duration age) {
        return new KnowledgeElement(skill, status, Source.DIRECT, Bank.NOW.minus(age));
    }

    private final List<KnowledgeElement> known = List.of(element("old-right", Status.VALIDATED, Duration.ofDays(400)),
            element("old-wrong", Status.INVALIDATED, Duration.ofDays(4)),
            element("new-wrong", Status.INVALIDATED, Duration.ofDays(4).minusMillis(1)),
            element("now-wrong", Status.INVALIDATED, Duration.ZERO));

    @Test
    void old_failures_are_asked_again() {
        assertThat(Improvement.kept(known, Bank.NOW, Duration.ofDays(4))).containsOnlyKeys("old-right", "new-wrong",
                "now-wrong");
    }

    @Test
    void without_delay_every_failure_is() {
        assertThat(Improvement.kept(known, Bank.NOW, Duration.ZERO)).containsOnlyKeys("old-right");
    }
}
