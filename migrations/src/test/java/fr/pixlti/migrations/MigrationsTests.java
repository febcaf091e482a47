package fr.pixlti.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The migrations apply on a real MariaDB, the schema keeps the house's rules, and the committed classes match it. */
class MigrationsTests {

    private static final Path COMMITTED = Path.of("src/main/generated");

    @TempDir
    static Path directory;

    static EmbeddedMariaDb server;

    @BeforeAll
    static void migrate() {
        server = EmbeddedMariaDb.start(directory.resolve("server"), GenerateSchema.DATABASE,
                "--innodb-flush-log-at-trx-commit=0");
        GenerateSchema.migrate(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void committed_classes_are_what_the_migrations_give() throws Exception {
        Path fresh = directory.resolve("generated");
        GenerateSchema.generate(server, fresh);
        assertThat(sources(COMMITTED)).as("Run mvn -Pcodegen: the committed schema classes are out of date")
                .isEqualTo(sources(fresh));
    }

    @Test
    void every_table_has_a_primary_key_for_galera() throws SQLException {
        assertThat(query("""
                SELECT t.table_name FROM information_schema.tables t
                WHERE t.table_schema = '%s' AND t.table_type = 'BASE TABLE' AND NOT EXISTS (
                  SELECT 1 FROM information_schema.table_constraints c
                  WHERE c.table_schema = t.table_schema AND c.table_name = t.table_name
                    AND c.constraint_type = 'PRIMARY KEY')
                """)).isEmpty();
    }

    @Test
    void every_table_is_innodb() throws SQLException {
        assertThat(query("""
                SELECT table_name FROM information_schema.tables
                WHERE table_schema = '%s' AND table_type = 'BASE TABLE' AND engine <> 'InnoDB'
                """)).isEmpty();
    }

    @Test
    void no_identifier_is_counted_by_the_database() throws SQLException {
        assertThat(query("""
                SELECT CONCAT(table_name, '.', column_name) FROM information_schema.columns
                WHERE table_schema = '%s' AND extra LIKE '%%auto_increment%%'
                """)).isEmpty();
    }

    @Test
    void every_table_is_named_by_its_room() throws SQLException {
        assertThat(query("SELECT table_name FROM information_schema.tables WHERE table_schema = '%s'"))
                .filteredOn(table -> !List.of("flyway_schema_history", "scheduled_tasks").contains(table))
                .allMatch(table -> table
                        .matches("(lti|ent|content|people|assessment|campaign|certification|training|gradebook|"
                                + "supervision|shell)_[a-z_]+"));
    }

    private static List<String> query(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(GenerateSchema.DATABASE),
                server.user(), server.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql.formatted(GenerateSchema.DATABASE))) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private static Map<String, String> sources(Path root) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sources.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return sources;
    }
}
