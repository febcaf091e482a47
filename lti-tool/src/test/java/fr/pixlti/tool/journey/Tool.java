package fr.pixlti.tool.journey;

import fr.pixlti.tool.PixLtiApplication;
import fr.pixlti.tool.testing.PlatformDouble;
import fr.pixlti.tool.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** A node of the tool in this JVM, registered with a double, impatient with platforms that do not answer. */
final class Tool implements AutoCloseable {

    /** No delays between tests, as in the demo; short ones between attempts at sending. */
    static final List<String> IMPATIENT = List.of("pixlti.assessment.rules[0].from=2019-01-01",
            "pixlti.assessment.rules[0].improve-after=0s", "pixlti.assessment.rules[0].reset-after=0s",
            "pixlti.gradebook.first-retry=50ms", "pixlti.gradebook.max-retry=500ms", "pixlti.gradebook.max-pause=200ms",
            "pixlti.gradebook.sweep-interval=500ms", "pixlti.jobs.polling-interval=100ms",
            "pixlti.jobs.heartbeat-interval=200ms", "pixlti.people.roster-sweep=200ms");

    private final ConfigurableApplicationContext context;
    private final String url;

    private Tool(ConfigurableApplicationContext context, String url) {
        this.context = context;
        this.url = url;
    }

    /** The only node of an installation, with a database of its own; the double is told where it is. */
    static Tool start(PlatformDouble lms) {
        int port = freePort();
        String url = "http://localhost:" + port;
        Tool tool = node(lms, port, url, TestDatabase.fresh());
        lms.toolAt(url);
        return tool;
    }

    /** One node of several. @param publicUrl where browsers and platforms find them all */
    static Tool node(PlatformDouble lms, int port, String publicUrl, String... database) {
        List<String> settings = new ArrayList<>(IMPATIENT);
        settings.addAll(List.of(lms.toolProperties()));
        settings.addAll(List.of(database));
        settings.addAll(List.of("server.port=" + port, "server.address=127.0.0.1", "pixlti.public-url=" + publicUrl,
                "pixlti.secret=one secret for all nodes", "pixlti.data-dir=target/journey",
                "server.shutdown=immediate"));
        ConfigurableApplicationContext context = new SpringApplicationBuilder(PixLtiApplication.class)
                .initializers(fresh -> fresh.getBeanFactory().registerSingleton("noTests", new NoTests()))
                .bannerMode(Banner.Mode.OFF).registerShutdownHook(false)
                .run(last(settings).stream().map(setting -> "--" + setting).toArray(String[]::new));
        return new Tool(context, "http://localhost:" + port);
    }

    /** Of settings with one name the last counts; Spring would string them all together. */
    private static Collection<String> last(List<String> settings) {
        Map<String, String> byName = new LinkedHashMap<>();
        settings.forEach(setting -> byName.put(setting.substring(0, setting.indexOf('=')), setting));
        return byName.values();
    }

    /** A port of this machine on which nobody listens. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where this node itself listens. */
    String url() {
        return url;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    @Override
    public void close() {
        context.close();
    }

    /** The scan of the whole tool would find configurations that belong to tests. */
    private static final class NoTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory factory) throws IOException {
            return type.getResource().getURL().getPath().contains("/test-classes/");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof NoTests;
        }

        @Override
        public int hashCode() {
            return NoTests.class.hashCode();
        }
    }
}
