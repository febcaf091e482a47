package fr.pixlti.tool.bench;

import fr.pixlti.migrations.EmbeddedMariaDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What a teacher's pages of a campaign cost with 10,000 and with 100,000 participations in the database, in about four
 * minutes: {@code mvn -Pbench verify -Dbench.main=fr.pixlti.tool.bench.FollowBench}. Every page is asked for over HTTP, in
 * turn in ten campaigns of 500. "First look" is after a result came in, when nothing reckoned before counts any more.
 */
public final class FollowBench {

    private static final int FEW_CAMPAIGNS = 20;
    private static final int MANY_CAMPAIGNS = 200;
    private static final int WARM_UP = 400;
    private static final int MEASURED = 200;

    private final TeacherVisit teacher;
    private final FollowedRows rows;
    private final RunningProcess tool;
    private final RunningProcess database;

    private FollowBench(TeacherVisit teacher, FollowedRows rows, RunningProcess tool, RunningProcess database) {
        this.teacher = teacher;
        this.rows = rows;
        this.tool = tool;
        this.database = database;
    }

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
            List<String> lines = new ArrayList<>();
            lines.add(String.format(Locale.ROOT, "One RSA-2048 signature: %.2f ms of CPU",
                    Signature.cpuMillis(platform.key())));
            try (TeacherVisit teacher = TeacherVisit.open(settings)) {
                FollowedRows rows = new FollowedRows(connection, teacher.campaign());
                lines.addAll(new FollowBench(teacher, rows, new RunningProcess(tool.pid()),
                        new RunningProcess(serverPid)).run());
            }
            Files.write(folder.resolve("follow.md"), lines);
            lines.forEach(System.out::println);
        }
    }

    private List<String> run() throws IOException, SQLException, InterruptedException {
        List<String> campaigns = rows.fill(FEW_CAMPAIGNS);
        measure(campaigns);
        // The second time the tool is warm.
        Map<String, Cost> few = measure(campaigns);
        Map<String, Cost> many = measure(rows.fill(MANY_CAMPAIGNS));
        List<String> lines = new ArrayList<>(
                List.of("", "| Page | median ms, 10,000 | median ms, 100,000 | CPU ms tool +"
                        + " database, 10,000 | the same, 100,000 | growth of CPU |", "|---|---|---|---|---|---|"));
        few.forEach((page, cost) -> lines.add(cost.line(page, Objects.requireNonNull(many.get(page)))));
        return lines;
    }

    private Map<String, Cost> measure(List<String> campaigns) throws IOException, SQLException, InterruptedException {
        Map<String, Cost> costs = new LinkedHashMap<>();
        costs.put("participants", measure(campaigns, "/participants", false));
        costs.put("participants, page 9", measure(campaigns, "/participants?page=8", false));
        costs.put("participants, sent, by result", measure(campaigns, "/participants?state=SENT&sort=RESULT", false));
        costs.put("participants, by name", measure(campaigns, "/participants?q=prenom12", false));
        costs.put("collective results", measure(campaigns, "/results", false));
        costs.put("collective results, first look", measure(campaigns, "/results", true));
        costs.put("analysis", measure(campaigns, "/analysis", false));
        costs.put("analysis, first look", measure(campaigns, "/analysis", true));
        return costs;
    }

    private Cost measure(List<String> campaigns, String page, boolean first)
            throws IOException, SQLException, InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            look(campaigns.get(i % campaigns.size()), page, first);
        }
        double[] millis = new double[MEASURED];
        double toolCpu = -tool.cpuMillis();
        double databaseCpu = -database.cpuMillis();
        for (int i = 0; i < MEASURED; i++) {
            millis[i] = look(campaigns.get(i % campaigns.size()), page, first);
        }
        toolCpu += tool.cpuMillis();
        databaseCpu += database.cpuMillis();
        Arrays.sort(millis);
        return new Cost(millis[MEASURED / 2], toolCpu / MEASURED, databaseCpu / MEASURED);
    }

    private double look(String campaign, String page, boolean first)
            throws IOException, SQLException, InterruptedException {
        if (first) {
            rows.send(campaign);
        }
        return teacher.look("/campaigns/" + campaign + page);
    }

    private record Cost(double millis, double tool, double database) {

        private double cpu() {
            return tool + database;
        }

        String line(String page, Cost many) {
            return String.format(Locale.ROOT, "| %s | %.1f | %.1f | %.2f + %.2f | %.2f + %.2f | %.2f |", page, millis,
                    many.millis, tool, database, many.tool, many.database, many.cpu() / cpu());
        }
    }
}
