package fr.pixlti.tool.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write in Markdown is shown to others, and does nothing but that. */
class MarkdownTextTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            **Bonjour** *vous*        | <p><strong>Bonjour</strong> <em>vous</em></p>
            # Titre *fort*            | <p><strong>Titre <em>fort</em></strong></p>
            <script>x</script>        | <p>&lt;script&gt;x&lt;/script&gt;</p>
            <b onclick=x>gras</b>     | <p>&lt;b onclick=x&gt;gras&lt;/b&gt;</p>
            ![une carte](http://x/y)  | <p>une carte</p>
            # ![une carte](http://x/y)| <p><strong>une carte</strong></p>
            [lien](javascript:x)      | <p><a rel="noopener noreferrer" href="" target="_blank">lien</a></p>
            [lien](https://x.org)     | <p><a rel="noopener noreferrer" href="https://x.org" target="_blank">lien</a></p>
            """)
    void a_line_becomes_safe_html(String markdown, String html) {
        assertThat(MarkdownText.html(markdown)).isEqualTo(html);
    }

    @Test
    void lines_lists_and_tables_are_kept() {
        assertThat(MarkdownText.html("un\ndeux")).isEqualTo("<p>un<br>\ndeux</p>");
        assertThat(MarkdownText.html("- un\n- deux")).contains("<ul>", "<li>un</li>");
        assertThat(MarkdownText.html("| a |\n|---|\n| <table> |")).contains("<th scope=\"col\">a</th>",
                "&lt;table&gt;").containsOnlyOnce("<table ");
        assertThat(MarkdownText.html(" \n ")).isEmpty();
    }
}
