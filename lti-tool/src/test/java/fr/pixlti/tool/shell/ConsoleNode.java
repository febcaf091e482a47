package fr.pixlti.tool.shell;

import fr.pixlti.tool.PixLtiApplication;
import fr.pixlti.tool.testing.MovableClock;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** A node of the whole tool whose clock a test moves. */
@NullMarked
public final class ConsoleNode implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private ConsoleNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param database see {@code TestDatabase#fresh()} */
    public static ConsoleNode start(MovableClock clock, String[] database, String... settings) {
        List<String> all = new ArrayList<>(List.of(database));
        all.addAll(List.of("server.port=0", "server.address=127.0.0.1", "pixlti.secret=one secret for all nodes",
                "pixlti.data-dir=target/console", "server.shutdown=immediate", "pixlti.jobs.shutdown-wait=1s"));
        all.addAll(List.of(settings));
        return new ConsoleNode(new SpringApplicationBuilder(PixLtiApplication.class).initializers(fresh -> {
            fresh.getBeanFactory().registerSingleton("noTests", new NoTests());
            ((GenericApplicationContext) fresh).registerBean("movableClock", Clock.class, () -> clock,
                    bean -> bean.setPrimary(true));
        }).bannerMode(Banner.Mode.OFF).registerShutdownHook(false)
                .run(all.stream().map(setting -> "--" + setting).toArray(String[]::new)));
    }

    public String url(String path) {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port") + path;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
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
