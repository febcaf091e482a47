package fr.pixlti.tool.content.domain;

import com.github.kagkarlsson.scheduler.Scheduler;
import fr.pixlti.tool.shared.AuditLog;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.testing.SettableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.springframework.context.support.GenericApplicationContext;

/** A node with the rooms content and assessment, of a version of the tool that has some content. */
@NullMarked
final class ContentNode implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private ContentNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** It looks for another release when a test says so. @param folder of the content that comes with its version */
    static ContentNode start(String[] database, String folder, SettableClock clock, String... settings) {
        List<String> all = new ArrayList<>(Stream.of(database).map(each -> "--" + each).toList());
        all.addAll(List.of("--pixlti.content.follow-every=30s", "--pixlti.data-dir=target/content"));
        Stream.of(settings).map(each -> "--" + each).forEach(all::add);
        return new ContentNode(new SpringApplicationBuilder(Rooms.class).web(WebApplicationType.NONE)
                .initializers(fresh -> {
                    GenericApplicationContext node = (GenericApplicationContext) fresh;
                    node.registerBean("ownContent", BuiltInContent.class, () -> BuiltInContent.in(folder),
                            bean -> bean.setPrimary(true));
                    node.registerBean("settableClock", SettableClock.class, () -> clock);
                }).bannerMode(Banner.Mode.OFF).registerShutdownHook(false).run(all.toArray(String[]::new)));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> T value(String query, Class<T> type) {
        return bean(Transactions.class).call(() -> bean(DSLContext.class).fetchSingle(query).into(type));
    }

    void execute(String statement) {
        bean(Transactions.class).run(() -> bean(DSLContext.class).execute(statement));
    }

    @Override
    public void close() {
        context.close();
    }

    /** Not annotated as a configuration, so that no other test's scan finds it. */
    @EnableAutoConfiguration
    @ConfigurationPropertiesScan({"fr.pixlti.tool.assessment", "fr.pixlti.tool.content", "fr.pixlti.tool.shared"})
    @ComponentScan(basePackages = {"fr.pixlti.tool.assessment", "fr.pixlti.tool.content",
        "fr.pixlti.tool.shared"}, excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*(IT|Tests)(\\$.*)?"))
    static class Rooms {

        @Bean
        @Primary
        AuditLog audit() {
            return (operator, action, subject) -> {};
        }

        /** Takes jobs and runs none. */
        @Bean(destroyMethod = "")
        Scheduler scheduler(DataSource database) {
            return Scheduler.create(database).build();
        }
    }
}
