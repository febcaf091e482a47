package fr.pixlti.tool.campaign.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.ContentDisposition;
import org.springframework.mock.web.MockHttpServletResponse;
import java.util.Objects;

class DownloadTests {

    @Test
    void is_named_in_full_and_kept_by_nobody_on_the_way() throws IOException {
        MockHttpServletResponse response = begin("Résultats 6e B");
        assertThat(response.getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("Content-Disposition")).startsWith("attachment;")
                .contains("filename*=UTF-8''R%C3%A9sultats%206e%20B.csv");
        assertThat(response.isCommitted()).isFalse();
    }

    @Test
    void leaves_the_response_alone_until_something_is_written() throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new Download(response, "a", "csv", "text/csv").flush();
        assertThat(response.getHeaderNames()).isEmpty();
        assertThat(response.getWriter()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '¤', value = {"a/b\\c:d*e?f\"g<h>i|a b c d e f g h i",
        "../../etc/passwd|etc passwd", "...|pix", "¤¤|pix", "a\u202Ebat.exe|a bat.exe"})
    void no_name_is_refused_by_a_file_system(String name, String kept) throws IOException {
        assertThat(disposition(name).getFilename())
                .isEqualTo(kept + ".csv");
    }

    private static ContentDisposition disposition(String name) throws IOException {
        return ContentDisposition.parse(Objects.requireNonNull(begin(name).getHeader("Content-Disposition")));
    }

    @Test
    void a_long_name_is_cut_between_characters() throws IOException {
        String name = disposition("😀".repeat(100)).getFilename();
        assertThat(name).isEqualTo("😀".repeat(80) + ".csv");
    }

    private static MockHttpServletResponse begin(String name) throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new Download(response, name, "csv", "text/csv;charset=UTF-8").write("x".getBytes(StandardCharsets.UTF_8));
        return response;
    }
}
