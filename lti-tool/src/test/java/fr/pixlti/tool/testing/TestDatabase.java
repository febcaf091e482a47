package fr.pixlti.tool.testing;

import fr.pixlti.migrations.EmbeddedMariaDb;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** One real MariaDB for all tests of a JVM, and on it a fresh database for each application context. */
@NullMarked
public final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /** Creates an empty database; {@code spring.datasource.*} properties that lead to it. */
    public static String[] fresh() {
        EmbeddedMariaDb server = Holder.SERVER;
        String name = "test_" + COUNT.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl("pixlti"), server.user(),
                server.password()); Statement statement = connection.createStatement()) {
            statement.execute("CREATE OR REPLACE DATABASE " + name + " CHARACTER SET utf8mb4");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new String[]{"spring.datasource.url=" + server.jdbcUrl(name), "spring.datasource.username="
                + server.user(),
            "spring.datasource.password=" + server.password()};
    }

    private static final class Holder {

        private static final EmbeddedMariaDb SERVER = EmbeddedMariaDb.start(
                Path.of("target", "test-mariadb-" + ProcessHandle.current().pid()), "pixlti",
                "--innodb-flush-log-at-trx-commit=0", "--innodb-log-file-size=16M", "--default-time-zone=+07:00",
                // One server for every context that the tests keep, each with a pool of its own.
                "--max-connections=1000");
    }

    /** For {@code @ContextConfiguration(initializers = …)}. */
    public static final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(fresh()).applyTo(context);
        }
    }
}
