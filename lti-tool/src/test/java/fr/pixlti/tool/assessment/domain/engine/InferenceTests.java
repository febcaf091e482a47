package fr.pixlti.tool.assessment.domain.engine;

import static fr.pixlti.tool.assessment.domain.engine.Bank.known;
import static fr.pixlti.tool.assessment.domain.engine.Bank.skill;
import static fr.pixlti.tool.assessment.domain.engine.Bank.target;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InferenceTests {

    private final Target target = target("a:1 a:2 a:3 a:5 b:1 b:2");

    private String learnt(String asked, boolean success, String known) {
        return Bank.written(Inference.from(target, skill(asked), success, known(known), Bank.NOW));
    }

    @Test
    void success_validates_what_is_easier_in_the_topic() {
        assertThat(learnt("a:3", true, "")).isEqualTo("a:3+ a:1(+) a:2(+)");
    }

    @Test
    void failure_invalidates_what_is_harder_in_the_topic() {
        assertThat(learnt("a:2", false, "")).isEqualTo("a:2- a:3(-) a:5(-)");
    }

    @Test
    void what_is_known_already_stays() {
        assertThat(learnt("a:3", true, "a:1-")).isEqualTo("a:3+ a:2(+)");
        assertThat(learnt("a:2", false, "a:5+ b:1+")).isEqualTo("a:2- a:3(-)");
        assertThat(learnt("a:3", true, "a:3- a:1(+)")).isEqualTo("a:2(+)");
    }

    @Test
    void what_is_off_target_teaches_nothing() {
        assertThat(learnt("a:4", true, "")).isEmpty();
        assertThat(learnt("c:2", false, "")).isEmpty();
    }

    @Test
    void knowledge_is_dated() {
        assertThat(Inference.from(target, skill("b:1"), true, known(""), Bank.NOW)).extracting(KnowledgeElement::at)
                .containsOnly(Bank.NOW);
    }
}
