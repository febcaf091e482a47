package fr.pixlti.tool.content.domain.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import fr.pixlti.tool.shared.DomainError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to harm. */
class HostileFilesTests {

    @Test
    void entities_that_read_files_fetch_addresses_or_swell_are_refused_with_their_document_type() throws IOException {
        AtomicInteger fetched = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            fetched.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/x";
            for (String type : new String[]{"<!DOCTYPE quiz [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE quiz [<!ENTITY x SYSTEM \"" + address + "\">]>",
                "<!DOCTYPE quiz SYSTEM \"" + address + "\">",
                "<!DOCTYPE quiz [<!ENTITY % p SYSTEM \"" + address + "\"> %p;]>",
                "<!DOCTYPE quiz [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY x \"&b;&b;&b;\">]>"}) {
                assertRefused("<?xml version=\"1.0\"?>" + type + "<quiz>" + question("&x;") + "</quiz>",
                        "content.exchange-unsafe");
            }
            assertThat(fetched).hasValue(0);
        } finally {
            server.stop(0);
        }
        assertRefused("<quiz>" + question("&x;") + "</quiz>", "content.exchange-unreadable");
    }

    @Test
    void nesting_without_end_is_refused() {
        assertRefused("<quiz><question type=\"essay\">" + "<a>".repeat(150) + "</a>".repeat(150) + "</question></quiz>",
                "content.exchange-unsafe");
        assertRefused("<quiz><question type=\"essay\">" + "<a>".repeat(50_000) + "</quiz>",
                "content.exchange-unsafe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/cron.d/x", "/etc/passwd", "items/../../x.xml", "C:\\x.xml", "a\\b.xml"})
    void names_that_leave_the_package_are_refused(String name) throws IOException {
        assertThatThrownBy(() -> ReadQuestions.in(zip(name, "x".getBytes(UTF_8)), 10)).isInstanceOf(DomainError.class)
                .hasMessage("content.exchange-unsafe");
    }

    @Test
    void a_package_that_swells_is_refused_before_it_is_unpacked() throws IOException {
        byte[] bomb = zip("imsmanifest.xml", new byte[64 << 20]);
        assertThat(bomb.length).isLessThan(1 << 20);
        assertThatThrownBy(() -> ReadQuestions.in(bomb, 10)).isInstanceOf(DomainError.class)
                .hasMessage("content.exchange-unsafe");
    }

    @Test
    void entities_in_a_package_are_refused_too() throws IOException {
        byte[] zip = zip("imsmanifest.xml",
                "<!DOCTYPE m [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><manifest>&x;</manifest>".getBytes(UTF_8));
        assertThatThrownBy(() -> ReadQuestions.in(zip, 10)).isInstanceOf(DomainError.class)
                .hasMessage("content.exchange-unsafe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)></svg>",
        "<a href=\"javascript:alert(1)\">x</a>", "<a href=\"JaVaScRiPt&#58;alert(1)\">x</a>",
        "<iframe src=\"https://mal.example\"></iframe>", "<form action=\"https://mal.example\"><input></form>",
        "<p style=\"background:url(https://mal.example)\" onclick=\"x()\">y</p>", "<object data=\"x.swf\"></object>",
        "<math><mtext><img src=x onerror=alert(1)></mtext></math>", "<base href=\"https://mal.example/\">"})
    void active_html_is_removed_and_said_so(String html) {
        Imported imported = Imported
                .of(("<quiz>" + question("<p>Que vaut 1 ?</p>" + html) + "</quiz>").getBytes(UTF_8));
        assertThat(imported.notes("Q")).contains(Note.ACTIVE_REMOVED);
        assertThat(imported.read().release().items().values().iterator().next().instruction())
                .doesNotContainIgnoringCase("script").doesNotContain("alert(1)>").doesNotContain("onerror", "onload",
                        "iframe", "<form", "mal.example", "<svg", "<object", "onclick");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><script>x()</script></svg>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\" onload=\"x()\"/>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><image href=\"https://mal.example/x\"/></svg>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><style>@import 'https://mal.example'</style></svg>",
        "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg viewBox=\"0 0 1 1\">&x;</svg>",
        "not a drawing"})
    void a_drawing_that_does_something_stops_its_question(String svg) {
        Imported imported = Imported.of(("<quiz>" + question(
                "<p>Voyez.</p><img src=\"@@PLUGINFILE@@/a.svg\" alt=\"a\">", file("a.svg", svg.getBytes(UTF_8)))
                + "</quiz>").getBytes(UTF_8));
        assertThat(imported.line("Q").remarks()).containsExactly(Remark.of(Note.NOT_FILE, "a.svg"));
        assertThat(imported.files()).isEmpty();
    }

    @Test
    void names_of_files_stay_in_their_folder_and_kinds_that_are_not_served_are_refused() {
        String drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><rect width=\"1\"/></svg>";
        Imported imported = Imported.of(("<quiz>" + question(
                "<p>Voyez.</p><img src=\"@@PLUGINFILE@@/../../../é%20a.svg\" alt=\"a\">",
                file("../../../é a.svg", drawing.getBytes(UTF_8)))
                + question("<p>Ouvrez.</p><p><a href=\"@@PLUGINFILE@@/a.exe\">a</a></p>",
                        file("a.exe", new byte[]{'M', 'Z'})).replace(">Q<", ">R<")
                + "</quiz>").getBytes(UTF_8));
        assertThat(imported.files().keySet()).containsExactlyInAnyOrder("crcn/1.1/import.yaml",
                "crcn/1.1/files/e-a.svg");
        assertThat(imported.notes("R")).containsExactly(Note.NOT_FILE);
    }

    @Test
    void a_name_that_would_be_yaml_or_markup_stays_a_name() {
        Imported imported = Imported.of(("<quiz>" + question("<p>a: \"b\" {{c}} # d</p><p>--- !!x &amp;y *z</p>")
                .replace(">Q<", ">&lt;b&gt;\"x\": [y] \\n #z&lt;/b&gt;<") + "</quiz>").getBytes(UTF_8));
        assertThat(imported.read().release().skills().values().iterator().next().name())
                .isEqualTo("<b>\"x\": [y] \\n #z</b>");
        assertThat(imported.read().release().items().values().iterator().next().instruction())
                .isEqualTo("<p>a: &quot;b&quot; {{c}} # d</p>\n<p>---\u202f!!x &amp;y *z</p>");
    }

    @Test
    void a_question_too_long_for_people_is_left_out_unread_and_its_neighbours_stay() {
        String endless = "<p>" + "{:SHORTANSWER:=".repeat(20_000) + "</p>";
        Imported xml = Imported.of(("<quiz>" + question(endless).replace("shortanswer", "cloze")
                + question("<p>Une autre ?</p>").replace(">Q<", ">R<") + "</quiz>").getBytes(UTF_8));
        assertThat(xml.notes("Q")).startsWith(Note.NOT_TOO_LONG);
        assertThat(xml.read().release().items()).hasSize(1);

        Imported gift = Imported
                .of(("::Q::" + "\\{~".repeat(40_000) + "{=x}\n\n::R::Une autre ? {=x}\n").getBytes(UTF_8));
        assertThat(gift.notes("R")).doesNotContain(Note.NOT_TOO_LONG);
        assertThat(gift.read().release().items()).hasSize(1);
    }

    @Test
    void too_many_questions_are_refused() {
        byte[] file = ("<quiz>" + question("<p>x</p>").repeat(4) + "</quiz>").getBytes(UTF_8);
        assertThatThrownBy(() -> ReadQuestions.in(file, 3)).isInstanceOf(DomainError.class)
                .hasMessage("content.exchange-too-many");
    }

    private static void assertRefused(String xml, String code) {
        assertThatThrownBy(() -> ReadQuestions.in(xml.getBytes(UTF_8), 10)).isInstanceOf(DomainError.class)
                .hasMessage(code);
    }

    private static String question(String html) {
        return question(html, "");
    }

    private static String question(String html, String files) {
        return "<question type=\"shortanswer\"><name><text>Q</text></name><questiontext format=\"html\"><text>"
                + (html.startsWith("&") ? html : "<![CDATA[" + html + "]]>") + "</text>" + files
                + "</questiontext><answer fraction=\"100\"><text>x</text></answer></question>";
    }

    private static String file(String name, byte[] bytes) {
        return "<file name=\"" + name + "\" encoding=\"base64\">" + Base64.getEncoder().encodeToString(bytes)
                + "</file>";
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
