package fr.pixlti.tool.content.domain.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.domain.Markdown;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToMarkdownTests {

    @Test
    void every_text_of_the_real_bank_is_the_same_html_again() {
        for (Item item : Imported.REAL.release().items().values()) {
            assertThat(shape(again(item.instruction()))).as(item.id()).isEqualTo(shape(item.instruction()));
            assertThat(shape(again(item.correction()))).as(item.id()).isEqualTo(shape(item.correction()));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"<p># un</p>|\\# un", "<p>1. un</p>|1\\. un", "<p>- un</p>|\\- un",
        "<p>a*b_c_d [e] `f`</p>|a\\*b_c_d \\[e\\] \\`f\\`", "<p>a &lt;b&gt; &amp;amp;</p>|a \\<b> \\&amp;",
        "<b> gras </b>mot|**gras** mot", "<p>un<br>deux<br></p>|un\\¶deux", "<ul><li>a</li><li>b</li></ul>|- a¶- b",
        "<ol start=\"3\"><li>a</li><li>b</li></ol>|3. a¶4. b", "<h2>Titre</h2><p>x</p>|**Titre**¶¶x",
        "<pre>a\tb</pre>|```¶a\tb¶```", "<p><a href=\"https://a.fr/x_y\">a</a></p>|[a](<https://a.fr/x_y>)",
        "<p><code>a`b</code></p>|``a`b``", "<p>mi<b>xte!</b>s</p>|mixte!s"})
    void html_becomes_the_markdown_that_an_author_would_write(String html, String markdown) {
        assertThat(ToMarkdown.of(html, remark -> {})).isEqualTo(markdown.replace('¶', '\n'));
    }

    @Test
    void what_markdown_cannot_hold_is_said() {
        List<Remark> remarks = new ArrayList<>();
        assertThat(ToMarkdown.of("<p>H<sub>2</sub>O</p>", remarks::add)).isEqualTo("H2O");
        assertThat(remarks).containsExactly(Remark.of(Note.LAYOUT_LOST));
    }

    @Test
    void a_choice_is_one_line_with_its_code() {
        assertThat(ToMarkdown.line("<p>tapez <code>ls -l</code><br>puis Entrée</p>")).isEqualTo(
                "tapez `ls -l` puis Entrée");
    }

    private static String again(String html) {
        return Markdown.html(ToMarkdown.of(Html.cleaned(html, remark -> {}), remark -> {}), fault -> {
            throw new AssertionError(fault);
        });
    }

    private static String shape(String html) {
        return html.replaceAll("\\s+", " ").replaceAll(" ?(<[^>]*>) ?", "$1");
    }
}
