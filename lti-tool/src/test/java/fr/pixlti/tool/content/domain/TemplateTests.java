package fr.pixlti.tool.content.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pixlti.tool.content.Item;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplateTests {

    private static final String TOPIC = "crcn/1.1/solder.yaml";
    private static final String GOOD = """
            topic: solder
            title: Solder
            hint: Relisez.
            lesson:
              title: Un pourcentage
              minutes: 1
              text: |
                %s
            skills:
              - skill: solder-1
                level: 1
                name: Calculer une remise
                items:
                  - item: solder-1a
                    kind: qrocm
                    parameters:
                      prix: {from: 12000, to: 48000, step: 1500}
                      remise: {of: [10, 20, 25, 40]}
                      ville: {of: ["Albi", "Sète"]}
                      net: {compute: "prix * (100 - remise) / 100", decimals: 2}
                      ecart: {compute: "prix - net", decimals: 0}
                    suchThat: "remise < 40 or ville == 'Albi'"
                    instruction: À {ville}, un moteur à {prix} € est vendu avec {remise} %% de remise. `a[{{i}}]`
                    text: "Il coûte {{net}} € (en code : {prix.raw})."
                    mode: independent
                    fields:
                      net: {label: "Prix à {ville}, en euros", format: number, answers: ["{net}"], refused: ["{ecart}"]}
                    correction: On garde {remise} %% de moins, soit {net} €, car la remise s'enlève du prix de départ affiché.
            """
            .formatted("mot ".repeat(130).strip());

    private final ContentFixture fixture = new ContentFixture().with(TOPIC, GOOD);

    @Test
    void each_draw_is_an_item_with_figures_that_agree() {
        List<Item> draws = draws(fixture);

        assertThat(draws).hasSize(32).doesNotHaveDuplicates();
        assertThat(draws).allSatisfy(item -> {
            assertThat(item.id()).isEqualTo("solder-1a");
            Item.Field net = field(item);
            double price = number(between(item.instruction(), "moteur à ", "\u00a0€"));
            double off = number(between(item.instruction(), "avec ", "\u00a0%"));
            assertThat(number(net.answers().getFirst())).isEqualTo(price * (100 - off) / 100);
            assertThat(number(net.refused().getFirst())).isEqualTo(price * off / 100);
            assertThat(item.correction()).contains("soit " + net.answers().getFirst());
            assertThat(((Item.FillSeveral) item.work()).parts().getLast().html())
                    .endsWith(" " + (int) price + ").</p>");
            assertThat(item.instruction()).contains("<code>a[{{i}}]</code>");
        });
        assertThat(draws).extracting(item -> field(item).label()).contains("Prix à Albi, en euros",
                "Prix à Sète, en euros");
        assertThat(draws)
                .noneMatch(item -> item.instruction().contains("Sète") && item.instruction().contains("40\u00a0%"));
    }

    @Test
    void numbers_are_written_as_in_a_french_text() {
        assertThat(draws(fixture)).extracting(item -> field(item).answers().getFirst())
                .allMatch(net -> net.matches("\\d{1,2}(\\u202F\\d{3}|\\d{3}),\\d\\d"))
                .anyMatch(net -> net.contains("\u202F")).anyMatch(net -> !net.contains("\u202F"));
    }

    @Test
    void a_seed_always_draws_the_same_and_another_mostly_something_else() {
        Item item = fixture.read().release().item("solder-1a");
        Item again = new ContentFixture().with(TOPIC, GOOD).read().release().item("solder-1a");
        Set<String> seen = new Random(5).longs(200).mapToObj(seed -> {
            String shown = item.drawn(seed).instruction();
            assertThat(again.drawn(seed).instruction()).isEqualTo(shown);
            return shown;
        }).collect(Collectors.toSet());

        assertThat(seen).hasSizeGreaterThan(25);
        assertThat(fixture.read().release().item("chercher-1a").drawn(7).draws()).isNull();
    }

    @Test
    void what_cannot_be_drawn_is_a_fault_with_its_line() {
        assertFault("step: 1500", "step: 0", "from, to and step give no range, or one of more than 10000 values");
        assertFault("\"prix - net\"", "\"prix - nt\"", "Property or field 'nt' cannot be found");
        assertFault("\"prix - net\"", "\"prix -\"", "no formula: ");
        assertFault("\"prix - net\", decimals: 0", "\"prix / 7\"", "is not whole; say how many `decimals`");
        assertFault("\"prix - net\"", "\"prix / (remise - remise)\"", "something was divided by zero");
        assertFault("\"prix - net\"", "\"T(java.lang.Runtime).getRuntime()\"", "Type cannot be found");
        assertFault("\"prix - net\"", "\"ville.getClass()\"", "Method call");
        assertFault("remise < 40 or ville == 'Albi'", "remise > 60", "only 0 different draws");
        assertFault("À {ville}", "À {vile}", "{vile} is no parameter");
        assertFault("remise: {of: [10, 20, 25, 40]}", "remise: {of: [10, 20, 10]}", "`10` stands twice");
        assertFault("refused: [\"{ecart}\"]", "refused: [\"{net}\"]", "is within the tolerances of the answer");
    }

    @Test
    void a_fault_of_a_later_draw_names_what_was_drawn() {
        String faulty = GOOD
                .replace("    suchThat", "      autre: {compute: \"remise == 40 ? net : net + 1\", decimals: 2}\n"
                        + "        suchThat")
                .replace("refused: [\"{ecart}\"]", "refused: [\"{autre}\"]");
        Item item = new ContentFixture().with(TOPIC, faulty).read().release().item("solder-1a");
        Item.Draws draws = Objects.requireNonNull(item.draws());

        assertThatThrownBy(() -> IntStream.range(0, draws.count()).forEach(draws::draw))
                .isInstanceOf(FaultyContent.class).hasMessageContaining("drawn with {prix=")
                .hasMessageContaining("remise=40").hasMessageContaining("within the tolerances");
    }

    @Test
    void what_was_made_to_fill_the_memory_is_refused_before_it_does() {
        assertFault("[\"Albi\", \"Sète\"]", "[\"" + "x".repeat(300_000) + "\", \"Sète\"]",
                "a text to be drawn has more than 200 characters");
        assertFault("remise < 40 or ville == 'Albi'", "#prix = 3", "");
        assertFault("remise < 40 or ville == 'Albi'", "{1, 2}", "the result is neither a number nor a short text");
        assertThat(new ContentFixture().with(TOPIC, GOOD).changed(TOPIC, "\"prix - net\"", "\"prix - nt\"").faults())
                .filteredOn(fault -> fault.contains("'nt' cannot be found")).hasSize(1);
    }

    private void assertFault(String from, String to, String message) {
        assertThat(new ContentFixture().with(TOPIC, GOOD).changed(TOPIC, from, to).faults()).as(to)
                .isNotEmpty().anyMatch(fault -> fault.startsWith(TOPIC + ":") && fault.contains(message));
    }

    private static List<Item> draws(ContentFixture fixture) {
        Item.Draws draws = Objects.requireNonNull(fixture.read().release().item("solder-1a").draws());
        return IntStream.range(0, draws.count()).mapToObj(draws::draw).toList();
    }

    private static Item.Field field(Item item) {
        return Stream.of(item.work()).map(Item.FillSeveral.class::cast).findFirst().orElseThrow().fields().getFirst();
    }

    private static String between(String text, String before, String after) {
        int start = text.indexOf(before) + before.length();
        return text.substring(start, text.indexOf(after, start));
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace("\u202F", "").replace(',', '.'));
    }
}
