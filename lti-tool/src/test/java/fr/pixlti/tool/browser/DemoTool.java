package fr.pixlti.tool.browser;

import fr.pixlti.tool.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** The whole tool with the demo LMS beside it, two sites to a browser; with the waiting times of a real service. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT, properties = {"pixlti.data-dir=target/browser-it",
    // tests say themselves who is in the course and who has left
    "demo.data-file=", "demo.roster=false", "pixlti.assessment.rules[0].from=2019-01-01",
    "pixlti.assessment.rules[0].improve-after=4d",
    "pixlti.assessment.rules[0].reset-after=7d"})
@ActiveProfiles("demo")
@Import(Stage.class)
@ContextConfiguration(initializers = {TestDatabase.Initializer.class, DemoTool.FreePort.class})
@interface DemoTool {

    /** The addresses of both sites hold the port, so it must be known before the start. */
    final class FreePort implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                TestPropertyValues.of("server.port=" + socket.getLocalPort()).applyTo(context);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
