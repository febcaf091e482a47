package fr.pixlti.migrations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/** Writes the jOOQ classes from the migrations: {@code mvn -Pcodegen}. The drift test runs the same code elsewhere. */
final class GenerateSchema {

    static final String DATABASE = "pixlti";

    private GenerateSchema() {}

    /** @param args the source folder to write into; what it held before is removed */
    public static void main(String[] args) throws Exception {
        Path directory = Files.createTempDirectory("pixlti-codegen");
        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(directory, DATABASE)) {
            migrate(server);
            generate(server, Path.of(args[0]));
        }
        delete(directory);
    }

    static void migrate(EmbeddedMariaDb server) {
        Flyway.configure().dataSource(server.jdbcUrl(DATABASE), server.user(), server.password()).load().migrate();
    }

    static void generate(EmbeddedMariaDb server, Path target) throws Exception {
        delete(target);
        Files.createDirectories(target);
        GenerationTool.generate(new Configuration().withLogging(Logging.WARN)
                .withJdbc(new Jdbc().withUrl(server.jdbcUrl(DATABASE)).withUser(server.user())
                        .withPassword(server.password()))
                .withGenerator(new Generator()
                        .withDatabase(new Database().withName("org.jooq.meta.mariadb.MariaDBDatabase")
                                .withInputSchema(DATABASE).withOutputSchemaToDefault(true)
                                .withExcludes("flyway_schema_history").withForcedTypes(
                                        new ForcedType().withName("BOOLEAN").withIncludeTypes("(?i:tinyint\\(1\\))")))
                        .withGenerate(new Generate().withRecords(true).withPojos(false).withDaos(false)
                                .withGeneratedAnnotation(false).withJavaTimeTypes(true))
                        .withTarget(new Target().withPackageName("fr.pixlti.schema")
                                .withDirectory(target.toString()))));
    }

    static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
