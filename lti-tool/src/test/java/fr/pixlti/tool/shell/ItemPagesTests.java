package fr.pixlti.tool.shell;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.assessment.domain.Given;
import fr.pixlti.tool.assessment.domain.Marking;
import fr.pixlti.tool.assessment.domain.Outcome;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.MovableClock;
import fr.pixlti.tool.testing.Reply;
import fr.pixlti.tool.testing.TestDatabase;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The operator's preview of the real items, over HTTP. */
@NullMarked
class ItemPagesTests {

    private static final String PASSWORD = "une phrase que personne ne devine";
    private static final String TEMPLATE = "collab-planning-4c";
    private static final String SIMULATOR = "messagerie-agir-1a";

    private static ConsoleNode node;
    private static Browser operator;

    @BeforeAll
    static void start() {
        node = ConsoleNode.start(new MovableClock(), TestDatabase.fresh(), "pixlti.admin.password=" + PASSWORD,
                "pixlti.admin.second-factor=false");
        operator = signedIn(node);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void items_are_found_by_competence_topic_id_and_words() {
        List<Item> items = List.copyOf(content().items().values());
        assertThat(page("/admin/items").select("#count").text().replaceAll("\\D", ""))
                .isEqualTo(String.valueOf(items.size()));
        assertThat(page("/admin/items?page=1").select("tbody tr")).hasSize(50);
        assertThat(page("/admin/items?page=9999").select("tbody tr")).isNotEmpty();
        assertThat(ids("/admin/items?competence=2.3&topic=collab-planning")).hasSize(10).contains(TEMPLATE)
                .allMatch(id -> id.startsWith("collab-planning-"));
        assertThat(ids("/admin/items?competence=1.1&topic=collab-planning")).isEmpty();
        assertThat(ids("/admin/items?words=" + TEMPLATE.toUpperCase(java.util.Locale.ROOT))).containsExactly(TEMPLATE);
        assertThat(ids("/admin/items?words=NADIA%20entraineuse%20%20samedi")).contains(SIMULATOR);
        assertThat(page("/admin/items?words=%3Cscript%3E").select("main script")).isEmpty();
        assertThat(page("/admin/items?words=zzzzzzzz").select("#count").text()).isEqualTo("Aucune épreuve");
    }

    @Test
    void the_key_is_for_signed_in_operators() {
        Item item = content().item(SIMULATOR);
        for (String path : List.of("/admin/items", "/admin/items/" + SIMULATOR)) {
            Reply reply = Browser.window().get(node.url(path));
            assertThat(reply.uri().getPath()).isEqualTo("/admin/sign-in");
            assertThat(reply.body()).doesNotContain(item.correction());
        }
        Reply attempt = Browser.window().postOnly(URI.create(node.url("/admin/items/" + SIMULATOR)),
                List.of(Map.entry("position", "1")));
        assertThat(attempt.status()).isIn(302, 401, 403);
        assertThat(operator.get(node.url("/admin/items/" + SIMULATOR)).body()).contains(item.correction());
    }

    @Test
    void an_unknown_item_is_not_found() {
        Reply reply = operator.get(node.url("/admin/items/nothing-1a"));
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).contains("assessment.no-item");
    }

    @Test
    void what_is_told_otherwise_to_some_and_not_to_be_left_is_shown() {
        for (Item item : content().items().values().stream().filter(item -> item.alternative() != null).toList()) {
            assertThat(page("/admin/items/" + item.id() + "?alternative=true").expectFirst("#instruction").text())
                    .isEqualTo(Jsoup.parse(Objects.requireNonNull(item.alternative()).instruction()).text());
            assertThat(page("/admin/items/" + item.id()).select("#told a")).hasSize(1);
        }
        Item focused = content().items().values().stream().filter(Item::focused).findFirst().orElseThrow();
        Document shown = page("/admin/items/" + focused.id());
        assertThat(shown.select(".tag").eachText()).contains("à faire sans quitter la page");
        assertThat(shown.select("#told, [data-leaving]")).isEmpty();
    }

    @Test
    void every_kind_of_item_is_marked_as_in_a_test() {
        List<Item> items = content().items().values().stream().sorted(java.util.Comparator.comparing(Item::id))
                .filter(item -> item.id().hashCode() % 20 == 0 || item.work() instanceof Item.Operate).toList();
        assertThat(items.stream().map(item -> item.work().getClass()).distinct()).hasSize(4);
        for (Item item : items) {
            Document shown = page("/admin/items/" + item.id());
            assertThat(Jsoup.parse(item.instruction()).text()).isEqualTo(shown.select("#instruction").text());
            assertThat(shown.select("#correction").html()).isNotEmpty();
            attempts(item).forEach(given -> {
                Document verdict = attempt(shown, given, Map.of());
                Outcome outcome = Marking.mark(item, given, false);
                assertThat(verdict.select("#outcome").attr("class")).as(item.id() + given)
                        .contains("verdict-" + outcome.name().toLowerCase(java.util.Locale.ROOT));
                if (outcome == Outcome.RIGHT) {
                    assertThat(verdict.select(".fact-wrong")).isEmpty();
                    assertThat(attempt(shown, given, Map.of("late", "true")).select("#outcome").text())
                            .isEqualTo("Juste, mais trop tard");
                } else {
                    assertThat(verdict.select(".fact-wrong")).as(item.id() + given).isNotEmpty();
                }
            });
            assertThat(attempt(shown, new Given.Filled(new TreeMap<>()), Map.of()).text()).contains("pas complète");
        }
    }

    @Test
    void another_draw_shows_other_figures_and_is_marked_by_its_own_key() {
        Item template = content().item(TEMPLATE);
        Item.Draws draws = java.util.Objects.requireNonNull(template.draws());
        Document first = page("/admin/items/" + TEMPLATE);
        assertThat(first.select("#draw option")).hasSize(draws.count());
        String other = first.select("#draws a").attr("href");
        assertThat(other).contains("draw=2");
        for (int i = 1; i < draws.count(); i += 7) {
            Document shown = page("/admin/items/" + TEMPLATE + "?draw=" + (i + 1));
            assertThat(shown.select("#draw option[selected]").attr("value")).isEqualTo(String.valueOf(i + 1));
            assertThat(shown.select("#instruction").text())
                    .isEqualTo(Jsoup.parse(draws.draw(i).instruction()).text());
            assertThat(attempt(shown, right(draws.draw(i)), Map.of()).select(".verdict-right")).hasSize(1);
        }
        assertThat(page("/admin/items/" + TEMPLATE + "?draw=" + draws.count()).select("#draws a").attr("href"))
                .contains("draw=1");
        assertThat(page("/admin/items/" + TEMPLATE + "?draw=-5").select("#draw option[selected]").attr("value"))
                .isEqualTo("1");
    }

    @Test
    void the_marks_of_an_item_and_its_alternative_are_shown() {
        Item told = content().items().values().stream()
                .filter(item -> item.alternative() != null && item.draws() == null).findFirst().orElseThrow();
        Item other = java.util.Objects.requireNonNull(told.alternative());
        Document ordinary = page("/admin/items/" + told.id());
        assertThat(ordinary.select(".tag-good").text()).isEqualTo("variante accessible");
        assertThat(ordinary.select("#instruction").text()).isEqualTo(Jsoup.parse(told.instruction()).text());
        Document alternative = page(ordinary.select("#told a").attr("href"));
        assertThat(alternative.select("#instruction").text()).isEqualTo(Jsoup.parse(other.instruction()).text());
        assertThat(attempt(alternative, right(other), Map.of()).select(".verdict-right")).hasSize(1);
        assertThat(alternative.select("#told a").text()).isEqualTo("Voir l'épreuve ordinaire");

        Item focused = content().items().values().stream().filter(Item::focused).findFirst().orElseThrow();
        assertThat(page("/admin/items/" + focused.id()).select(".tag").text()).contains("à faire sans quitter la page");
        assertThat(page("/admin/items/" + focused.id()).select("[data-leaving]")).isEmpty();
    }

    @Test
    void items_follow_each_other() {
        List<String> seen = new ArrayList<>();
        String path = "/admin/items/" + ids("/admin/items").getFirst();
        assertThat(page(path).select("a[rel=prev]")).isEmpty();
        for (int i = 0; i < 5; i++) {
            seen.add(path);
            path = page(path).select("a[rel=next]").attr("href");
        }
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(page(path).select("a[rel=prev]").attr("href")).isEqualTo(seen.getLast());
    }

    @Test
    void a_simulator_gets_its_frame_and_no_field_of_the_key_in_the_form() {
        Document shown = page("/admin/items/" + SIMULATOR);
        String address = shown.select("iframe[data-setup]").attr("data-src");
        assertThat(Browser.window().get(node.url(address)).status()).isEqualTo(200);
        assertThat(shown.select("#attempt button[data-waiting]")).hasSize(1);
        assertThat(shown.select("#attempt [name^=fact]")).isEmpty();
    }

    @Test
    void the_page_speaks_english_and_works_without_script() {
        Document french = page("/admin/items/" + SIMULATOR);
        assertThat(french.select("#key h2").text()).isEqualTo("Clé et explication");
        Document english = Jsoup.parse(operator.speaking("en").get(node.url("/admin/items/" + SIMULATOR)).body());
        operator.speaking("fr");
        assertThat(english.select("#key h2").text()).isEqualTo("Key and explanation");

        Item item = content().items().values().stream().filter(each -> each.work() instanceof Item.Fill)
                .filter(each -> each.draws() == null).findFirst().orElseThrow();
        Document shown = page("/admin/items/" + item.id());
        Reply whole = operator.postOnly(action(shown), fields(shown, right(item), Map.of()));
        Document again = Jsoup.parse(whole.body());
        assertThat(again.select("#verdict .verdict-right")).hasSize(1);
        assertThat(again.select("#field").attr("value"))
                .isEqualTo(((Item.Fill) item.work()).field().answers().getFirst());
    }

    /** The keyed answer, and answers that are said to be wrong. */
    private static List<Given> attempts(Item item) {
        List<Given> attempts = new ArrayList<>(List.of(right(item)));
        switch (item.work()) {
            case Item.Choose choose -> attempts.add(chosen(choose, false));
            case Item.Fill fill -> fill.field().refused()
                    .forEach(each -> attempts.add(Given.Filled.of(Map.of(fill.field().name(), each))));
            case Item.FillSeveral several -> several.fields().forEach(field -> field.refused()
                    .forEach(each -> attempts.add(changed(item, Map.of(field.name(), each)))));
            case Item.Operate operate -> operate.refused().forEach(each -> attempts.add(changed(item, each)));
        }
        return attempts;
    }

    private static Given right(Item item) {
        return switch (item.work()) {
            case Item.Choose choose -> chosen(choose, true);
            case Item.FillSeveral several when several.dependent() -> {
                TreeMap<String, String> texts = new TreeMap<>();
                for (int i = 0; i < several.fields().size(); i++) {
                    texts.put(several.fields().get(i).name(), several.groups().get(i).getFirst());
                }
                yield new Given.Filled(texts);
            }
            default -> Given.Filled.of(Marking.fields(item).stream()
                    .collect(Collectors.toMap(Item.Field::name, field -> field.answers().getFirst())));
        };
    }

    private static Given changed(Item item, Map<String, String> texts) {
        TreeMap<String, String> all = new TreeMap<>(((Given.Filled) right(item)).texts());
        all.putAll(texts);
        return new Given.Filled(all);
    }

    private static Given chosen(Item.Choose choose, boolean right) {
        TreeSet<Integer> indexes = new TreeSet<>();
        for (int i = 0; i < choose.choices().size(); i++) {
            if (choose.choices().get(i).right() == right && (indexes.isEmpty() || choose.several())) {
                indexes.add(i);
            }
        }
        return new Given.Chosen(indexes);
    }

    private static Document attempt(Document shown, Given given, Map<String, String> more) {
        Reply reply = operator.htmx(action(shown), fields(shown, given, more));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return Jsoup.parse(reply.body());
    }

    private static URI action(Document shown) {
        return URI.create(node.url(shown.select("#attempt").attr("action")));
    }

    private static List<Map.Entry<String, String>> fields(Document shown, Given given, Map<String, String> more) {
        boolean operates = !shown.select("#attempt iframe").isEmpty();
        List<Map.Entry<String, String>> fields = new ArrayList<>(more.entrySet());
        shown.select("#attempt input[type=hidden]")
                .forEach(each -> fields.add(Map.entry(each.attr("name"), each.attr("value"))));
        Stream<Map.Entry<String, String>> answer = switch (given) {
            case Given.Skipped() -> Stream.of();
            case Given.Chosen(var indexes) -> indexes.stream().map(each -> Map.entry("choice", each.toString()));
            case Given.Filled(var texts) -> texts.entrySet().stream()
                    .map(each -> Map.entry((operates ? "fact." : "field.") + each.getKey(), each.getValue()));
        };
        fields.addAll(answer.toList());
        return fields;
    }

    private static fr.pixlti.tool.content.ContentRelease content() {
        return node.bean(ContentApi.class).current();
    }

    private static List<String> ids(String path) {
        return page(path).select("tbody th a").eachText();
    }

    private static Document page(String path) {
        Reply reply = operator.get(node.url(path));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return Jsoup.parse(reply.body());
    }

    static Browser signedIn(ConsoleNode node) {
        Browser browser = Browser.window();
        browser.submit(browser.get(node.url("/admin/sign-in")).form().with("name", "admin").with("password", PASSWORD));
        return browser;
    }
}
