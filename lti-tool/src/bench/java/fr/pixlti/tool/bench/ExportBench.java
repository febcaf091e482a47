package fr.pixlti.tool.bench;

import fr.pixlti.migrations.EmbeddedMariaDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What a file of a campaign's participants costs, from the teacher's click to the last byte, in about two minutes:
 * {@code mvn -Pbench verify -Dbench.main=fr.pixlti.tool.bench.ExportBench}. Nine of ten sent a result of eight competences.
 */
public final class ExportBench {

    private static final int WARM_UP = 3;
    private static final int MEASURED = 5;

    private ExportBench() {}

    /** @param args the tool's jar; the folder for the database, logs and results */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[1]);
        Bench.delete(folder);
        Files.createDirectories(folder);
        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(folder.resolve("mariadb"), StartedTool.DATABASE,
                "--innodb-flush-log-at-trx-commit=0", "--innodb-buffer-pool-size=512M");
                BenchPlatform platform = BenchPlatform.start();
                StartedTool tool = StartedTool.start(Path.of(args[0]), folder, server, platform.url(),
                        Bench.profiling());
                Connection connection = DriverManager.getConnection(server.jdbcUrl(StartedTool.DATABASE), server.user(),
                        server.password())) {
            long serverPid = Bench.serverPid(folder);
            LoadSettings settings = new LoadSettings(tool.url(), platform.url(), platform.key(), tool.pid(), serverPid,
                    folder.resolve("unused"));
            List<String> lines = new ArrayList<>(List.of("| File | rows | median ms | CPU ms, tool + database |",
                    "|---|---|---|---|"));
            try (TeacherVisit teacher = TeacherVisit.open(settings)) {
                String model = new FollowedRows(connection, teacher.campaign()).fill(1).getFirst();
                for (int rows : List.of(1_000, 10_000)) {
                    String campaign = fill(connection, model, rows);
                    lines.add(measure(teacher, campaign, "CSV", rows, tool.pid(), serverPid));
                }
                lines.add(measure(teacher, fill(connection, model, 5_000), "ODS", 5_000, tool.pid(), serverPid));
            }
            Files.write(folder.resolve("export.md"), lines);
            lines.forEach(System.out::println);
        }
    }

    private static String measure(TeacherVisit teacher, String campaign, String format, int rows, long toolPid,
            long databasePid) throws IOException, InterruptedException {
        String path = "/campaigns/" + campaign + "/export?format=" + format;
        for (int i = 0; i < WARM_UP; i++) {
            teacher.look(path);
        }
        RunningProcess tool = new RunningProcess(toolPid);
        RunningProcess database = new RunningProcess(databasePid);
        double[] millis = new double[MEASURED];
        double toolCpu = -tool.cpuMillis();
        double databaseCpu = -database.cpuMillis();
        for (int i = 0; i < MEASURED; i++) {
            millis[i] = teacher.look(path);
        }
        toolCpu += tool.cpuMillis();
        databaseCpu += database.cpuMillis();
        Arrays.sort(millis);
        return String.format(Locale.ROOT, "| %s | %d | %.0f | %.0f + %.0f |", format, rows, millis[MEASURED / 2],
                toolCpu / MEASURED, databaseCpu / MEASURED);
    }

    /** Another campaign like the model. @return its id */
    private static String fill(Connection connection, String model, int rows) throws SQLException {
        String id = UUID.randomUUID().toString();
        String table = "bench_long_" + rows;
        try (Statement sql = connection.createStatement()) {
            for (String text : List.of(
                    "INSERT INTO campaign_campaign (id, kind, title, course_id, created_at) SELECT '" + id
                            + "', kind, title, course_id, created_at FROM campaign_campaign WHERE id = '" + model + "'",
                    "INSERT INTO campaign_settings (campaign_id, name, code, target, multiple_sendings, created_by)"
                            + " SELECT '" + id + "', name, LPAD(" + rows + ", 9, 'L'), target, multiple_sendings,"
                            + " created_by FROM campaign_settings WHERE campaign_id = '" + model + "'",
                    "CREATE TABLE " + table + " (n INT PRIMARY KEY, person UUID, part UUID)",
                    "INSERT INTO " + table + " SELECT seq, UUID(), UUID() FROM seq_1_to_" + rows,
                    "INSERT INTO people_person "
                            + "(id, given_name, family_name, full_name, email, created_at, updated_at) SELECT person, CONCAT('Prénom', n), CONCAT('Nom', n), NULL, NULL,"
                            + " NOW(6), NOW(6) FROM " + table,
                    "INSERT INTO people_group_member SELECT (SELECT g.id FROM people_group g JOIN campaign_campaign c"
                            + " ON c.course_id = g.course_id WHERE c.id = '" + id + "' LIMIT 1), person, FALSE FROM "
                            + table,
                    "INSERT INTO campaign_participation (id, campaign_id, person_id, status, started_at, completed_at,"
                            + " sent_at, sendings, mastery, validated, stage, search_name) SELECT part, '" + id
                            + "', person, IF(n MOD 10, 'SENT', 'STARTED'), NOW(6), IF(n MOD 10, NOW(6), NULL),"
                            + " IF(n MOD 10, NOW(6), NULL), IF(n MOD 10, 1, 0), IF(n MOD 10, n MOD 101, NULL),"
                            + " IF(n MOD 10, n MOD 101, NULL), IF(n MOD 10, n MOD 4, NULL),"
                            + " CONCAT('nom', n * 7919 MOD 9973) FROM " + table,
                    "INSERT INTO campaign_competence_result (campaign_id, competence, participation_id, skills, validated,"
                            + " assessed) SELECT '" + id + "', competence, part, 20, n MOD 21, 20 FROM " + table
                            + " JOIN (SELECT DISTINCT competence FROM bench_topic) t WHERE n MOD 10 > 0",
                    "INSERT INTO campaign_badge_result (participation_id, badge, campaign_id) SELECT part, 'web', '"
                            + id
                            + "' FROM " + table + " WHERE n MOD 3 = 0 AND n MOD 10 > 0",
                    "ANALYZE TABLE campaign_participation, campaign_competence_result, campaign_badge_result,"
                            + " people_person, people_group_member")) {
                sql.execute(text);
            }
        }
        return id;
    }
}
