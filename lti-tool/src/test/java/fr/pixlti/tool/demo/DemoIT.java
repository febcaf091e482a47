package fr.pixlti.tool.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.Reply;
import fr.pixlti.tool.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** The tool with its demo LMS beside it, as {@code mvn spring-boot:run} starts them: two sites on one port. */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT, properties = {"pixlti.data-dir=target/demo-it",
    "demo.data-file="})
@ActiveProfiles("demo")
@ContextConfiguration(initializers = {TestDatabase.Initializer.class, DemoIT.FreePort.class})
class DemoIT {

    /** The addresses of both sites hold the port, so it must be known before the start. */
    static final class FreePort implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                TestPropertyValues.of("server.port=" + socket.getLocalPort()).applyTo(context);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int port;

    DemoIT(@Value("${server.port}") int port) {
        this.port = port;
    }

    @Test
    void a_visitor_of_the_tools_own_address_is_sent_to_the_other_site() {
        Reply door = Browser.window().get("http://localhost:" + port + "/demo");

        assertThat(door.uri().getHost()).isEqualTo("127.0.0.1");
        assertThat(door.status()).isEqualTo(200);
    }

    @Test
    void a_pupil_opens_an_activity_in_the_frame() {
        Browser frame = Browser.framed();
        Reply start = frame.get("http://127.0.0.1:" + port + "/demo/as/4/activity/1/start");
        Reply page = frame.submit(frame.submit(start.form()).form());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.uri().getHost()).isEqualTo("localhost");
        assertThat(page.body()).contains("Inès Benali");
    }

    @Test
    void the_tool_registers_by_its_address_and_its_activities_and_the_roster_work() {
        String lms = "http://127.0.0.1:" + port + "/demo";
        Browser administrator = Browser.window();
        Reply.Form form = administrator.get(lms + "/tools").form();
        assertThat(form.fields()).containsEntry("address", "http://localhost:" + port + "/lti/register");
        Document frame = Jsoup.parse(administrator.submit(form).body());
        String address = frame.select("iframe").attr("src");

        Reply registered = Browser.framed().get(address);
        assertThat(registered.status()).as(registered.body()).isEqualTo(200);
        assertThat(registered.body()).contains("Pix LTI est déclaré", "est autorisée",
                "data-close-origins=\"http://127.0.0.1:" + port + "\"");
        assertThat(registered.headers().firstValue("Content-Security-Policy").orElseThrow())
                .endsWith("frame-ancestors http://127.0.0.1:" + port);
        Document tools = Jsoup.parse(administrator.get(lms + "/tools").body(), lms);
        assertThat(tools.select("li.card h2").eachText()).containsExactly("Pix LTI, déclaré d'avance", "Pix LTI");
        String add = tools.select("li.card a").attr("abs:href");

        Browser teacher = Browser.framed();
        String start = Jsoup.parse(teacher.get(add).body(), lms).select("iframe").attr("abs:src");
        Reply dialogue = teacher.submit(teacher.submit(teacher.get(start).form()).form());
        assertThat(dialogue.status()).as(dialogue.body()).isEqualTo(200);
        assertThat(dialogue.body()).contains("competence:1.1");
    }

    @Test
    void a_teacher_sees_who_is_in_the_course_though_nobody_came() {
        Browser frame = Browser.framed();
        Reply start = frame.get("http://127.0.0.1:" + port + "/demo/as/3/activity/1/start");
        Reply results = frame.submit(frame.submit(start.form()).form());
        assertThat(results.status()).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> frame.get(results.uri().toString()).body()
                .contains("Anaëlle Kowalski-Durand"));
    }

    @Test
    void beginning_anew_passes_the_tools_own_guards() {
        Browser browser = Browser.window();
        Reply door = browser.submit(browser.get("http://127.0.0.1:" + port + "/demo").form());

        assertThat(door.status()).isEqualTo(200);
        assertThat(door.body()).contains("Les notes sont effacées");
    }
}
