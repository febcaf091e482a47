package fr.pixlti.tool.people;

import fr.pixlti.tool.lti.LtiApi;
import fr.pixlti.tool.lti.RosterReading;
import fr.pixlti.tool.shared.AuditLog;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.testing.MovableClock;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/** The people room with a real database and the job engine; platforms are played. No stereotype, see {@code LtiRoom}. */
@EnableAutoConfiguration
@ComponentScan(basePackages = "fr.pixlti.tool.people")
@ComponentScan(basePackageClasses = Transactions.class)
@ComponentScan(basePackages = "fr.pixlti.tool.shell", useDefaultFilters = false, includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.Jobs(Configuration|Lifecycle|Health)"))
@ConfigurationPropertiesScan("fr.pixlti.tool")
public class PeopleRoom {

    @Bean
    MovableClock clock() {
        return new MovableClock();
    }

    @Bean
    Rosters rosters() {
        return new Rosters();
    }

    @Bean
    LtiApi lti(Rosters rosters) {
        return (LtiApi) Proxy.newProxyInstance(LtiApi.class.getClassLoader(), new Class<?>[]{LtiApi.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("readRoster")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return rosters.read((UUID) arguments[0], (String) arguments[1]);
                });
    }

    /** The console's log is another room's. */
    @Bean
    AuditLog auditLog() {
        return (operator, action, subject) -> {
            throw new UnsupportedOperationException(action);
        };
    }

    @Bean
    Statements statements() {
        return new Statements();
    }

    @Bean
    ExecuteListenerProvider listener(Statements statements) {
        return new DefaultExecuteListenerProvider(statements);
    }

    /** What this thread asked of the database. */
    public static final class Statements implements ExecuteListener {

        private final transient ThreadLocal<List<String>> asked = ThreadLocal.withInitial(ArrayList::new);

        @Override
        public void executeStart(ExecuteContext context) {
            asked.get().addAll(List.of(context.batchSQL()));
        }

        /** Those of the work, in their order. */
        public List<String> during(Runnable work) {
            asked.get().clear();
            work.run();
            return List.copyOf(asked.get());
        }
    }

    /** What the platform will answer, one reading after the other. */
    public static final class Rosters {

        /** Every address asked for and answered. */
        public final List<String> asked = new CopyOnWriteArrayList<>();
        private final Map<UUID, Deque<Supplier<RosterReading>>> answers = new ConcurrentHashMap<>();

        public void answer(UUID platform, Supplier<RosterReading> reading) {
            answers.computeIfAbsent(platform, unheard -> new ConcurrentLinkedDeque<>()).add(reading);
        }

        /** Platforms that were not told what to answer are down: those of earlier tests. */
        RosterReading read(UUID platform, String url) {
            Deque<Supplier<RosterReading>> own = answers.get(platform);
            Supplier<RosterReading> answer = own == null ? null : own.poll();
            if (answer == null) {
                return new RosterReading.Failed(RosterReading.Reason.UNREACHABLE);
            }
            asked.add(url);
            return answer.get();
        }
    }
}
