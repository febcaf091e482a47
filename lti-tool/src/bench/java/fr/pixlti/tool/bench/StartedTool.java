package fr.pixlti.tool.bench;

import fr.pixlti.migrations.EmbeddedMariaDb;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged tool as its own process, with the options that the README gives. */
final class StartedTool implements AutoCloseable {

    static final String DATABASE = "pixlti";
    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-Xmx192m");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OK = 200;
    private static final long BETWEEN_TRIES_MILLIS = 10;

    private final Process process;
    private final String url;
    private final double startSeconds;
    private final double startCpuSeconds;

    private StartedTool(Process process, String url, double startSeconds, double startCpuSeconds) {
        this.process = process;
        this.url = url;
        this.startSeconds = startSeconds;
        this.startCpuSeconds = startCpuSeconds;
    }

    /** Starts the jar and waits for its first page. @param moreOptions of the JVM, for example to record a profile */
    static StartedTool start(Path jar, Path folder, EmbeddedMariaDb database, String platformUrl,
            List<String> moreOptions) throws IOException, InterruptedException {
        return start(jar, folder, database, platformUrl, moreOptions, List.of());
    }

    /** The same. @param settings {@code --name=value} */
    static StartedTool start(Path jar, Path folder, EmbeddedMariaDb database, String platformUrl,
            List<String> moreOptions, List<String> settings) throws IOException, InterruptedException {
        int port = freePort();
        String url = "http://localhost:" + port;
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(OPTIONS);
        command.addAll(moreOptions);
        command.addAll(List.of("-jar", jar.toString(), "--server.address=127.0.0.1", "--server.port=" + port,
                "--pixlti.public-url=" + url, "--pixlti.data-dir=" + folder.resolve("data")));
        command.addAll(platform(platformUrl));
        command.addAll(settings);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("tool.log").toFile()));
        builder.environment().put("SPRING_DATASOURCE_URL", database.jdbcUrl(DATABASE));
        builder.environment().put("SPRING_DATASOURCE_USERNAME", database.user());
        builder.environment().put("SPRING_DATASOURCE_PASSWORD", database.password());
        long began = System.nanoTime();
        Process process = builder.start();
        awaitFirstPage(process, url, folder);
        double seconds = (System.nanoTime() - began) / 1e9;
        return new StartedTool(process, url, seconds, new RunningProcess(process.pid()).cpuMillis() / 1000);
    }

    private static List<String> platform(String url) {
        String prefix = "--pixlti.lti.platforms[0].";
        return List.of(prefix + "name=Bench", prefix + "issuer=" + url, prefix + "client-id=" + LoadSettings.CLIENT_ID,
                prefix + "deployment-ids[0]=" + LoadSettings.DEPLOYMENT_ID,
                prefix + "authentication-request-url=" + url + "/auth", prefix + "access-token-url=" + url + "/token",
                prefix + "key-set-url=" + url + "/keys", prefix + "allow-private-addresses=true");
    }

    private static void awaitFirstPage(Process process, String url, Path folder)
            throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest home = HttpRequest.newBuilder(URI.create(url + "/")).timeout(PATIENCE).build();
            while (!answers(client, home)) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    process.destroyForcibly();
                    throw new IllegalStateException("The tool does not start, see " + folder.resolve("tool.log"));
                }
                Thread.sleep(BETWEEN_TRIES_MILLIS);
            }
        }
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            // Nobody listens yet.
            return false;
        }
    }

    /** The Java that runs this bench. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String url() {
        return url;
    }

    long pid() {
        return process.pid();
    }

    /** From the command to the first page. */
    double startSeconds() {
        return startSeconds;
    }

    /** CPU time until then. */
    double startCpuSeconds() {
        return startCpuSeconds;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
