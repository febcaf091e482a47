package fr.pixlti.tool.gradebook;

import com.github.kagkarlsson.scheduler.Scheduler;
import fr.pixlti.tool.campaign.events.ParticipationScored;
import fr.pixlti.tool.campaign.events.ParticipationScored.CompetenceLevel;
import fr.pixlti.tool.lti.LtiApi;
import fr.pixlti.tool.lti.LtiApi.Link;
import fr.pixlti.tool.lti.spi.ScoreReturns;
import fr.pixlti.tool.lti.spi.ScoreReturns.ScoreReturn;
import fr.pixlti.tool.people.PeopleApi;
import fr.pixlti.tool.shared.AuditLog;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jooq.DSLContext;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.GenericApplicationContext;

/** A node of the tool with the gradebook room, the job engine and the database; the rooms below are played. */
@NullMarked
final class GradebookNode implements AutoCloseable {

    /** Every pupil but this one is known to the platforms. */
    static final PersonId STRANGER = new PersonId(UUID.fromString("00000000-0000-7000-8000-000000000001"));

    private final ConfigurableApplicationContext context;

    private GradebookNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static GradebookNode start(String[] database, FakePlatforms platforms, String... settings) {
        return new GradebookNode(new SpringApplicationBuilder(Room.class).web(WebApplicationType.NONE)
                .initializers(
                        fresh -> ((GenericApplicationContext) fresh).registerBean(LtiApi.class, () -> platforms))
                .properties("pixlti.data-dir=target", "pixlti.jobs.polling-interval=50ms",
                        "pixlti.jobs.heartbeat-interval=500ms", "pixlti.gradebook.first-retry=20ms",
                        "pixlti.gradebook.max-retry=300ms", "pixlti.gradebook.max-pause=100ms",
                        "pixlti.gradebook.sweep-interval=500ms", "pixlti.gradebook.column-settles-within=300ms",
                        "pixlti.gradebook.read-again-after=0s", "pixlti.gradebook.read-patience=10s",
                        "spring.messages.basename=messages/gradebook",
                        "spring.messages.always-use-message-format=true",
                        "spring.main.banner-mode=off")
                .properties(database).properties(settings).run());
    }

    static String subject(PersonId person) {
        return "sub-" + person;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    DSLContext sql() {
        return bean(DSLContext.class);
    }

    /** A participation ends, in a transaction. */
    void scored(Link link, PersonId person, int given) {
        bean(Transactions.class).run(() -> publish(link, person, given, null));
    }

    /** To be called in a transaction. */
    void publish(Link link, PersonId person, int given, @Nullable String comment) {
        publish(link, person, given, comment, List.of());
    }

    void scored(Link link, PersonId person, int given, List<CompetenceLevel> levels) {
        bean(Transactions.class).run(() -> publish(link, person, given, null, levels));
    }

    private void publish(Link link, PersonId person, int given, @Nullable String comment,
            List<CompetenceLevel> levels) {
        context.publishEvent(new ParticipationScored(UUID.randomUUID(), link.id(), person, BigDecimal.valueOf(given),
                BigDecimal.valueOf(56), comment, Instant.now(), "competence:1.1", levels));
    }

    Map<PersonId, ScoreReturn> returns(Link link) {
        return bean(ScoreReturns.class).ofLink(link.id());
    }

    /** The person must have had a score. */
    ScoreReturn returned(Link link, PersonId person) {
        return Objects.requireNonNull(returns(link).get(person));
    }

    /** Whether the node takes up jobs. */
    boolean isAccepting() {
        return !bean(Scheduler.class).getSchedulerState().isShuttingDown();
    }

    @Override
    public void close() {
        context.close();
    }

    /** No stereotype: the scan of the whole tool must not find it. */
    @EnableAutoConfiguration
    @ComponentScan(basePackageClasses = {GradebookNode.class, Transactions.class})
    @ComponentScan(basePackages = "fr.pixlti.tool.shell", useDefaultFilters = false, includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.Jobs(Configuration|Lifecycle|Health)"))
    @ConfigurationPropertiesScan("fr.pixlti.tool")
    static class Room {

        private final List<String> deeds = new CopyOnWriteArrayList<>();

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        AuditLog auditLog() {
            return (operator, action, subject) -> deeds.add(operator.name() + " " + action + " " + subject);
        }

        @Bean
        PeopleApi people() {
            return (PeopleApi) Proxy.newProxyInstance(PeopleApi.class.getClassLoader(),
                    new Class<?>[]{PeopleApi.class}, (proxy, method, arguments) -> {
                        if (!method.getName().equals("subject")) {
                            throw new UnsupportedOperationException(method.getName());
                        }
                        PersonId person = (PersonId) arguments[0];
                        return person.equals(STRANGER) ? Optional.empty() : Optional.of(subject(person));
                    });
        }
    }
}
