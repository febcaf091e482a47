package fr.pixlti.tool.demo.domain;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.ParseException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The file that lets grades, registered tools and the signing key outlive a restart; without {@code demo.data-file}, memory only. */
@Component
@Profile("demo")
public class LmsFile {

    /**
     * What the gradebook keeps.
     *
     * @param lastColumn highest number given to a column so far
     * @param added activities that a teacher added; absent in files of earlier versions
     */
    record Content(int lastColumn, List<LineItem> columns, List<Grade> grades, @Nullable List<Activity> added) {}

    /** @param tools absent in files of earlier versions */
    private record Saved(String key, Content content, @Nullable List<RegisteredTool> tools) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int KEY_BITS = 2048;

    private final @Nullable Path path;
    private final RSAKey key;
    private Content content;
    private List<RegisteredTool> tools;

    LmsFile(DemoSettings settings) {
        this.path = settings.dataFile().isBlank() ? null : Path.of(settings.dataFile());
        if (path != null && Files.exists(path)) {
            Saved saved = read(path);
            this.key = parse(saved.key(), path);
            this.content = saved.content();
            this.tools = saved.tools() == null ? List.of() : saved.tools();
        } else {
            this.key = newKey();
            this.content = new Content(0, List.of(), List.of(), List.of());
            this.tools = List.of();
        }
    }

    /** The key id_tokens are signed with, private part included. */
    public RSAKey key() {
        return key;
    }

    /** What was in the file when it was last written or read. */
    synchronized Content content() {
        return content;
    }

    /** The tools that were registered when the file was last written. */
    synchronized List<RegisteredTool> tools() {
        return tools;
    }

    synchronized void write(Supplier<Content> latest) {
        if (path != null) {
            content = latest.get();
            write(path);
        }
    }

    synchronized void write(List<RegisteredTool> latest) {
        tools = List.copyOf(latest);
        if (path != null) {
            write(path);
        }
    }

    /** Replaces the file at once: a crash leaves the old one or the new one. Readable by its owner only. */
    private void write(Path path) {
        try {
            Path folder = path.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, "demo-lms", ".tmp");
            Files.write(fresh, JSON.writeValueAsBytes(new Saved(key.toJSONString(), content, tools)));
            Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("demo.data-file: " + path + " cannot be written", e);
        }
    }

    private static Saved read(Path path) {
        try {
            return JSON.readValue(Files.readAllBytes(path), Saved.class);
        } catch (IOException | JacksonException e) {
            throw damaged(path, e);
        }
    }

    private static RSAKey parse(String text, Path path) {
        try {
            return RSAKey.parse(text);
        } catch (ParseException e) {
            throw damaged(path, e);
        }
    }

    private static IllegalStateException damaged(Path path, Exception cause) {
        return new IllegalStateException(
                "demo.data-file: " + path + " is not a file of the demo LMS; delete it to begin anew", cause);
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(KEY_BITS).keyID(UUID.randomUUID().toString()).keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("No RSA key could be made", e);
        }
    }
}
