package fr.pixlti.tool.shared;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code pixlti.*} that concern the whole tool.
 *
 * @param publicUrl address under which browsers and platforms reach the tool, without a path; https except on this
 *     machine
 * @param dataDir folder for what is not in the database: the embedded database itself, the generated secret
 * @param secret encrypts private keys at rest, at least 16 characters; absent: one is made and kept in the data folder
 */
@Validated
@ConfigurationProperties("pixlti")
public record ToolSettings(@DefaultValue("http://localhost:8080") @NotNull URI publicUrl, @NotNull Path dataDir,
        @jakarta.validation.constraints.Size(min = 16, message = "must have at least 16 characters") @Nullable String secret) {

    public ToolSettings {
        String text = publicUrl.toString();
        if (text.endsWith("/")) {
            publicUrl = URI.create(text.substring(0, text.length() - 1));
        }
        boolean web = "https".equals(publicUrl.getScheme()) || "http".equals(publicUrl.getScheme());
        if (!web || publicUrl.getHost() == null || !publicUrl.getRawPath().isEmpty()) {
            throw new IllegalArgumentException(
                    "pixlti.public-url must be an address such as https://pix.example.fr, without a path, not " + text);
        }
    }

    /** Whether cookies may carry the {@code __Host-} prefix, which browsers tie to https. */
    public boolean https() {
        return "https".equals(publicUrl.getScheme());
    }

    /** An absolute address of the tool. @param path begins with a slash */
    public String url(String path) {
        return publicUrl + path;
    }
}
