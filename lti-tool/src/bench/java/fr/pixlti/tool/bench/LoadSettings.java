package fr.pixlti.tool.bench;

import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Properties;

/**
 * What the load generator, a process of its own, must know.
 *
 * @param toolUrl where the tool is, without a path
 * @param platformUrl issuer of the launches
 * @param key signs the launches
 * @param results file that receives the figures
 */
record LoadSettings(String toolUrl, String platformUrl, RSAKey key, long toolPid, long databasePid, Path results) {

    static final String CLIENT_ID = "bench";
    static final String DEPLOYMENT_ID = "1";
    private static final String PROPERTY = "bench.settings";

    /** The argument that hands these settings to the load generator's JVM. */
    String write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("tool", toolUrl);
        properties.setProperty("platform", platformUrl);
        properties.setProperty("key", key.toJSONString());
        properties.setProperty("tool-pid", Long.toString(toolPid));
        properties.setProperty("database-pid", Long.toString(databasePid));
        properties.setProperty("results", results.toString());
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        return "-D" + PROPERTY + "=" + file;
    }

    static LoadSettings read() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(System.getProperty(PROPERTY)))) {
            properties.load(reader);
            return new LoadSettings(properties.getProperty("tool"), properties.getProperty("platform"),
                    RSAKey.parse(properties.getProperty("key")), Long.parseLong(properties.getProperty("tool-pid")),
                    Long.parseLong(properties.getProperty("database-pid")),
                    Path.of(properties.getProperty("results")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
