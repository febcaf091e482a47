package fr.pixlti.tool.journey;

import fr.pixlti.tool.testing.PlatformDouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The packaged tool as a process on its embedded database: started, killed as by {@code kill -9}, started again. */
final class KilledTool implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int KILLED = 128 + 9;

    private final Path folder;
    private final PlatformDouble lms;
    private final List<String> moreSettings;
    private final int port = Tool.freePort();
    private @Nullable Process process;

    /** @param folder where its data and its log are kept */
    KilledTool(Path folder, PlatformDouble lms) {
        this(folder, lms, List.of());
    }

    /** The same. @param moreSettings {@code name=value}; a database among them is left alone */
    KilledTool(Path folder, PlatformDouble lms, List<String> moreSettings) {
        this.folder = folder;
        this.moreSettings = List.copyOf(moreSettings);
        this.lms = lms;
        lms.toolAt(url());
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** Starts it and waits for its first page. */
    void start() throws IOException, InterruptedException {
        process = launch(List.of("-jar", jar().toString()), folder, settings()).start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest home = HttpRequest.newBuilder(URI.create(url() + "/")).timeout(PATIENCE).build();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!answers(client, home)) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new AssertionError("The tool does not start:\n" + Files.readString(log(folder)));
                }
                Thread.sleep(20);
            }
        }
    }

    /** A process to be started, its output in {@link #log}. @param what the jar, or the class and where it is */
    static ProcessBuilder launch(List<String> what, Path folder, List<String> settings) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1", "-Xmx256m"));
        command.addAll(what);
        settings.forEach(setting -> command.add("--" + setting));
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(folder).toFile()));
    }

    static Path log(Path folder) {
        return folder.resolve("tool.log");
    }

    /** The jar that is delivered. */
    static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("lti-tool-[^/]*\\.jar")).findFirst()
                    .orElseThrow(() -> new AssertionError("No jar in target: is this the verify phase?"));
        }
    }

    private List<String> settings() {
        List<String> settings = new ArrayList<>(Tool.IMPATIENT);
        settings.addAll(List.of(lms.toolProperties()));
        settings.addAll(List.of("server.port=" + port, "server.address=127.0.0.1", "pixlti.public-url=" + url(),
                "pixlti.data-dir=" + folder.resolve("data")));
        settings.addAll(moreSettings);
        return settings;
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            // Nobody listens yet.
            return false;
        }
    }

    /** Ends it without a word, as {@code kill -9} does. */
    void kill() throws InterruptedException {
        Process running = Objects.requireNonNull(process);
        running.destroyForcibly();
        int exit = running.waitFor();
        if (exit != KILLED) {
            throw new AssertionError("Not killed but ended with " + exit);
        }
    }

    /** The database server that the tool started. */
    ProcessHandle database() {
        try {
            String pid = Files.readString(folder.resolve("data/mariadb/server.pid")).strip();
            return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it; a database that a killed tool left behind as well. */
    @Override
    public void close() throws InterruptedException {
        if (process == null) {
            return;
        }
        if (process.isAlive()) {
            process.destroy();
            if (process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
            process.destroyForcibly();
        }
        if (!Files.exists(folder.resolve("data/mariadb/server.pid"))) {
            return;
        }
        ProcessHandle left = database();
        left.destroy();
        left.onExit().join();
    }
}
