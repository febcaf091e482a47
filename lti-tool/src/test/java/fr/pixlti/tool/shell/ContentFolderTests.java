package fr.pixlti.tool.shell;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.MovableClock;
import fr.pixlti.tool.testing.Reply;
import fr.pixlti.tool.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An author writes in a folder, and the preview follows; learners get nothing of it. */
@NullMarked
class ContentFolderTests {

    private static final String PASSWORD = "une phrase que personne ne devine";
    private static final Path GOOD = Path.of("src/test/resources/content-fixtures/good");
    private static final String TOPIC = "crcn/1.1/chercher.yaml";

    @TempDir
    static Path folder;

    private static ConsoleNode node;
    private static Browser author;

    @BeforeAll
    static void start() throws IOException {
        copy(GOOD, folder);
        node = ConsoleNode.start(new MovableClock(), TestDatabase.fresh(), "pixlti.admin.password=" + PASSWORD,
                "pixlti.admin.second-factor=false", "pixlti.content.folder=" + folder);
        author = ItemPagesTests.signedIn(node);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void asItWas() throws IOException {
        copy(GOOD, folder);
    }

    @Test
    void the_folder_is_shown_and_learners_get_nothing_of_it() throws IOException {
        Document list = page("/admin/items", 200);
        assertThat(list.select("#count").text()).isEqualTo("8 épreuves");
        assertThat(list.expectFirst("main .address code").text()).isEqualTo(folder.toString());
        assertThat(list.select("#mistakes")).isEmpty();
        assertThat(node.bean(ContentApi.class).current().items()).hasSizeGreaterThan(1000)
                .doesNotContainKey("chercher-1a");
        Files.writeString(folder.resolve("crcn/1.1/files/.plan.svg.swp"), "left by an editor");
        Files.writeString(folder.resolve("crcn/1.1/chercher.yaml~"), "left by an editor");
        assertThat(page("/admin/items", 200).select("#mistakes")).isEmpty();
    }

    @Test
    void a_change_is_seen_at_the_next_request() throws IOException {
        assertThat(page("/admin/items/chercher-2b", 200).select("#instruction").text()).isEqualTo("Combien\u00a0?");
        change("instruction: Combien ?", "instruction: Combien de jours ?");
        assertThat(page("/admin/items/chercher-2b", 200).select("#instruction").text())
                .isEqualTo("Combien de jours\u00a0?");
        change("1 250,5", "7");
        assertThat(page("/admin/items/chercher-2b", 200).select("#key").text()).contains("7").doesNotContain("250,5");
    }

    @Test
    void pictures_and_simulators_of_the_folder_are_served_as_they_are_now() throws IOException {
        String first = page("/admin/items/chercher-1a", 200).select("img").attr("src");
        assertThat(Browser.window().get(node.url(first)).body()).contains("viewBox");
        Path picture = folder.resolve("crcn/1.1/files/plan.svg");
        Files.writeString(picture, Files.readString(picture).replace("</svg>", "<!-- changed --></svg>"));
        String second = page("/admin/items/chercher-1a", 200).select("img").attr("src");
        assertThat(second).isNotEqualTo(first);
        assertThat(Browser.window().get(node.url(second)).body()).contains("changed");
        String frame = page("/admin/items/operer-3a", 200).select("iframe").attr("data-src");
        assertThat(Browser.window().get(node.url(frame)).status()).isEqualTo(200);
    }

    @Test
    void faults_are_shown_by_file_and_line_and_the_rest_stays() throws IOException {
        change("          answers: [\"lundi\"]", "          answer: [\"lundi\"]");
        int line = 1 + (int) Files.readString(folder.resolve(TOPIC)).lines()
                .takeWhile(each -> !each.contains("answer: [")).count();
        Document list = page("/admin/items", 200);
        assertThat(list.select("#mistakes tbody tr").eachText()).anyMatch(
                row -> row.contains(TOPIC) && row.contains(" " + line + " ") && row.contains("answer"));
        assertThat(list.select("#mistakes .alert-danger").text()).contains("à corriger");
        assertThat(page("/admin/items/chercher-1a", 200).select("#mistakes tbody th").eachText()).contains(TOPIC);
        assertThat(page("/admin/items/ranger-1a", 200).select("#mistakes")).isEmpty();
        assertThat(page("/admin/items/chercher-2a", 404).select("#mistakes tbody tr")).isNotEmpty();
    }

    @Test
    void a_file_that_is_no_yaml_or_gone_is_told_too() throws IOException {
        Files.writeString(folder.resolve(TOPIC), "topic: [");
        Document gone = page("/admin/items/chercher-1a", 404);
        assertThat(gone.select(".alert-warning").text()).contains("pas d'épreuve de ce nom");
        assertThat(gone.select("#mistakes").text()).contains(TOPIC, "not YAML");
        Files.delete(folder.resolve("release.yaml"));
        assertThat(page("/admin/items", 200).select("#mistakes").text()).contains("release.yaml");
        asItWas();
        assertThat(page("/admin/items", 200).select("#mistakes")).isEmpty();
    }

    private static void change(String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(TOPIC));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve(TOPIC), text.replace(from, to));
    }

    private static Document page(String path, int status) {
        Reply reply = author.get(node.url(path));
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        return Jsoup.parse(reply.body());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    Path copied = to.resolve(from.relativize(file).toString());
                    Files.createDirectories(copied.getParent());
                    Files.write(copied, Files.readAllBytes(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
