package fr.pixlti.tool.content.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.content.domain.ContentFiles;
import fr.pixlti.tool.content.domain.HeldContent;
import fr.pixlti.tool.content.domain.ReadContent;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.ToolSettings;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ContentFileControllerTests {

    private final HeldContent content = HeldContent
            .of(ReadContent.read(ContentFiles.in("classpath:content-fixtures/good/")));
    private final MockMvcTester mvc = MockMvcTester.of(new ContentFileController(content,
            new ToolSettings(URI.create("https://pix.example.fr"), Path.of("target"), null)));
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

    @Test
    void the_file_of_another_release_is_not_kept() {
        assertThat(mvc.get().uri("/content/old/crcn/1.1/files/plan.svg").exchange()).hasStatusOk().headers()
                .hasValue("Cache-Control", "no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"crcn/1.1/chercher.yaml", "crcn/1.1/files/none.svg", "release.yaml",
        "crcn/1.1/files/../chercher.yaml", ""})
    void nothing_else_is_served(String path) {
        assertThat(mvc.get().uri("/content/" + release + "/" + path).exchange()).failure()
                .rootCause().isInstanceOf(DomainError.class).hasMessage("content.file-gone");
    }
}
