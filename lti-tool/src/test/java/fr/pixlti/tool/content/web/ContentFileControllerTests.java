package fr.pixlti.tool.content.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.content.domain.ContentFiles;
import fr.pixlti.tool.content.domain.ContentFolder;
import fr.pixlti.tool.content.domain.HeldContent;
import fr.pixlti.tool.content.domain.ReadContent;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.ToolSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ContentFileControllerTests {

    private static final ToolSettings SETTINGS = new ToolSettings(URI.create("https://pix.example.fr"),
            Path.of("target"), null);

    private final HeldContent content = HeldContent
            .of(ReadContent.read(ContentFiles.in("classpath:content-fixtures/good/")));
    private final MockMvcTester mvc = MockMvcTester
            .of(new ContentFileController(content, ContentFolder.none(content), SETTINGS));
    private final String release = content.current().id();

    @Test
    void a_picture_is_shown_and_kept_for_good() {
        MvcTestResult result = mvc.get().uri("/content/" + release + "/crcn/1.1/files/plan.svg").exchange();
        assertThat(result).hasStatusOk().hasContentType("image/svg+xml").bodyText().contains("viewBox");
        assertThat(result).headers().hasValue("Cache-Control", "public, max-age=31536000, immutable")
                .hasValue("X-Content-Type-Options", "nosniff")
                .hasValue("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'")
                .doesNotContainHeader("Content-Disposition");
    }

    @Test
    void another_file_is_downloaded() {
        MvcTestResult result = mvc.get().uri("/content/" + release + "/crcn/1.1/files/horaires.csv").exchange();
        assertThat(result).hasStatusOk().headers()
                .hasValue("Content-Disposition", "attachment; filename=\"horaires.csv\"")
                .hasValue("Content-Type", "text/csv;charset=utf-8");
    }

    @ParameterizedTest
    @CsvSource({"boutons/index.html, text/html;charset=utf-8", "boutons/boutons.js, text/javascript;charset=utf-8",
        "boutons/boutons.css, text/css;charset=utf-8", "common/simulator.js, text/javascript;charset=utf-8"})
    void a_simulator_runs_without_an_origin_or_a_network(String path, String type) {
        MvcTestResult result = mvc.get().uri("/content/" + release + "/simulators/" + path).exchange();
        assertThat(result).hasStatusOk().headers().hasValue("Content-Type", type)
                .hasValue("Cache-Control", "public, max-age=31536000, immutable")
                .hasValue("X-Content-Type-Options", "nosniff")
                .hasValue("Content-Security-Policy",
                        "sandbox allow-scripts; default-src 'none'; script-src 'self' https://pix.example.fr; "
                                + "style-src 'self' https://pix.example.fr; img-src 'self' https://pix.example.fr data:; "
                                + "base-uri 'none'; form-action 'none'")
                .hasValue("Content-Disposition", "inline").doesNotContainHeader("X-Frame-Options");
    }

    @Test
    void a_page_that_an_item_hands_out_never_runs() {
        HeldContent held = HeldContent.of(ReadContent.read(withPage()));
        MockMvcTester pages = MockMvcTester.of(new ContentFileController(held, ContentFolder.none(held), SETTINGS));
        assertThat(pages.get().uri("/content/x/crcn/1.1/files/page.html").exchange()).hasStatusOk().headers()
                .hasValue("Content-Disposition", "attachment; filename=\"page.html\"")
                .hasValue("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'");
    }

    @Test
    void the_file_of_another_release_is_not_kept() {
        assertThat(mvc.get().uri("/content/old/crcn/1.1/files/plan.svg").exchange()).hasStatusOk().headers()
                .hasValue("Cache-Control", "no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"crcn/1.1/chercher.yaml", "crcn/1.1/files/none.svg", "release.yaml",
        "crcn/1.1/files/../chercher.yaml", "simulators/boutons/README.md", "simulators/boutons/facts.yaml",
        "simulators/boutons/", ""})
    void nothing_else_is_served(String path) {
        assertThat(mvc.get().uri("/content/" + release + "/" + path).exchange()).failure()
                .rootCause().isInstanceOf(DomainError.class).hasMessage("content.file-gone");
    }

    /** The good content with a page to download instead of a table. */
    private static ContentFiles withPage() {
        Map<String, byte[]> files = new TreeMap<>();
        for (String path : List.of("release.yaml", "frameworks/crcn.yaml", "crcn/1.1/chercher.yaml",
                "crcn/1.1/files/plan.svg")) {
            files.put(path, bytes(path));
        }
        files.compute("crcn/1.1/chercher.yaml", (path, bytes) -> new String(bytes(path), UTF_8)
                .replace("files/horaires.csv", "files/page.html").getBytes(UTF_8));
        files.put("crcn/1.1/files/page.html", "<script>1</script>".getBytes(UTF_8));
        return new ContentFiles(files);
    }

    private static byte[] bytes(String path) {
        try {
            return new ClassPathResource("content-fixtures/good/" + path).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
