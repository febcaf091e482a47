package fr.pixlti.tool.bench;

import fr.pixlti.migrations.EmbeddedMariaDb;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs everything and prints the table; see the package's description. Ends with status 1 when a request failed. */
public final class Bench {

    private static final int STARTS = 3;
    private static final Duration SCORES_PATIENCE = Duration.ofSeconds(60);
    private static final String PROFILE_OPTIONS = "PIXLTI_BENCH_TOOL_OPTIONS";

    /** Figures are our own, so nothing is written; nothing is reported home; a look for updates ends on this machine. */
    private static final List<String> GATLING_OPTIONS = List.of("-Dgatling.data.writers.0=console",
            "-Dgatling.data.enableAnalytics=false", "-Dhttps.proxyHost=127.0.0.1", "-Dhttps.proxyPort=1",
            "--add-opens=java.base/java.lang=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED");

    private final Path jar;
    private final Path folder;
    private final ResultsTable table = new ResultsTable();

    private Bench(Path jar, Path folder) {
        this.jar = jar;
        this.folder = folder;
    }

    /** @param args the tool's jar; the folder for the database, logs and results */
    public static void main(String[] args) throws Exception {
        boolean good = new Bench(Path.of(args[0]), Path.of(args[1])).run();
        System.exit(good ? 0 : 1);
    }

    private boolean run() throws Exception {
        delete(folder);
        Files.createDirectories(folder);
        List<String> faults = new ArrayList<>();
        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(folder.resolve("mariadb"), StartedTool.DATABASE,
                "--innodb-flush-log-at-trx-commit=1"); BenchPlatform platform = BenchPlatform.start()) {
            starts(database, platform);
            table.machine(Signature.cpuMillis(platform.key()));
            try (StartedTool tool = StartedTool.start(jar, folder, database, platform.url(), profiling())) {
                faults.addAll(load(tool, platform));
            }
            faults.addAll(SendingBench.measure(jar, folder, database, platform, table));
        }
        table.microBenches(microBenches());
        table.write(folder.resolve("results.md"), faults);
        return faults.isEmpty();
    }

    /** The first start creates the tables and does not count. */
    private void starts(EmbeddedMariaDb database, BenchPlatform platform) throws IOException, InterruptedException {
        StartedTool.start(jar, folder, database, platform.url(), List.of()).close();
        for (int i = 0; i < STARTS; i++) {
            try (StartedTool tool = StartedTool.start(jar, folder, database, platform.url(), List.of())) {
                table.start(tool.startSeconds(), tool.startCpuSeconds());
            }
        }
    }

    private List<String> load(StartedTool tool, BenchPlatform platform) throws IOException, InterruptedException {
        Path results = folder.resolve("load.properties");
        LoadSettings settings = new LoadSettings(tool.url(), platform.url(), platform.key(), tool.pid(),
                serverPid(folder), results);
        String handedOver = settings.write(folder.resolve("load-settings.properties"));
        List<String> command = new ArrayList<>(List.of(StartedTool.java(), "-XX:+UseSerialGC", "-Xmx768m", handedOver));
        command.addAll(GATLING_OPTIONS);
        command.addAll(List.of("-Djava.util.prefs.userRoot=" + folder, "-classpath",
                System.getProperty("java.class.path"), "io.gatling.app.Gatling", "--no-reports", "--simulation",
                Load.class.getName(), "--results-folder", folder.resolve("gatling").toString()));
        Process gatling = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("gatling.log").toFile()).start();
        int status = gatling.waitFor();
        List<String> faults = new ArrayList<>();
        if (status != 0) {
            faults.add("Gatling ended with status " + status + ", see gatling.log");
        }
        if (!Files.exists(results)) {
            return faults;
        }
        Properties figures = new Properties();
        try (Reader reader = Files.newBufferedReader(results)) {
            figures.load(reader);
        }
        table.load(figures);
        if (!"0".equals(figures.getProperty("failures"))) {
            faults.add(figures.getProperty("failures") + " requests failed, see gatling.log");
        }
        int owed = Integer.parseInt(figures.getProperty("tests-over"));
        awaitScores(platform, owed);
        table.scores(owed, platform.scores(), platform.repeated());
        if (platform.scores() != owed || platform.repeated() != 0) {
            faults.add(owed + " tests ended, but the gradebook got " + platform.scores() + " scores, "
                    + platform.repeated() + " of them more than once");
        }
        return faults;
    }

    /** Scores are sent one after the other, so the last ones come later than the tests end. */
    private static void awaitScores(BenchPlatform platform, int owed) throws InterruptedException {
        long deadline = System.nanoTime() + SCORES_PATIENCE.toNanos();
        while (platform.scores() < owed && System.nanoTime() < deadline) {
            Thread.sleep(100);
        }
    }

    static long serverPid(Path folder) throws IOException {
        return Long.parseLong(Files.readString(folder.resolve("mariadb/server.pid")).strip());
    }

    private static Collection<RunResult> microBenches() throws Exception {
        return new Runner(new OptionsBuilder().include(Bench.class.getPackageName() + ".*MicroBench")
                .verbosity(VerboseMode.SILENT).jvmArgs("-XX:+UseSerialGC", "-Xmx192m").build()).run();
    }

    static List<String> profiling() {
        String options = System.getenv(PROFILE_OPTIONS);
        return options == null || options.isBlank() ? List.of() : List.of(options.split(" "));
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
