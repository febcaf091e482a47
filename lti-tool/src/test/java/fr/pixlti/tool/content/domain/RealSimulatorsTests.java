package fr.pixlti.tool.content.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.content.Item;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulators that are delivered. */
@org.junit.jupiter.api.Tag("content")
class RealSimulatorsTests {

    private static final ContentFiles FILES = ContentFiles.in("classpath:content/");

    static List<String> simulators() {
        return SimulatorRules.names(FILES);
    }

    @ParameterizedTest
    @MethodSource("simulators")
    void a_simulator_keeps_to_the_contract(String name) {
        assertThat(SimulatorRules.faults(FILES, name)).isEmpty();
        assertThat(RealSimulatorsTests.class.getResource("/content/simulators/" + name + "/README.md")).isNotNull();
    }

    static Stream<Item> items() {
        return ReadContent.read(FILES).release().items().values().stream()
                .filter(item -> item.work() instanceof Item.Operate);
    }

    /** A label is what a learner reads afterwards, where the name of a fact would say nothing. */
    @ParameterizedTest
    @MethodSource("items")
    void each_fact_has_a_label(Item item) {
        Item.Operate operate = (Item.Operate) item.work();
        assertThat(operate.facts()).noneMatch(fact -> fact.label().equals(fact.name()));
    }

    @Test
    void what_breaks_the_contract_is_found() {
        ContentFiles files = new ContentFiles(Map.of("simulators/x/index.html", "<script>1</script>".getBytes(UTF_8),
                "simulators/x/x.js", "var a;\nfetch('/');\nlocalStorage.a = 1; root.innerHTML = a;".getBytes(UTF_8),
                "simulators/x/x.css", "a { background: url(https://example.org/a.png) }".getBytes(UTF_8)));
        assertThat(SimulatorRules.faults(files, "x")).hasSize(5)
                .anyMatch(fault -> fault.startsWith("simulators/x/index.html:1: is not the skeleton"))
                .contains("simulators/x/x.js:2: not allowed here: fetch(",
                        "simulators/x/x.js:3: not allowed here: localStorage",
                        "simulators/x/x.js:3: not allowed here: innerHTML",
                        "simulators/x/x.css:1: not allowed here: url(");
    }
}
