package fr.pixlti.tool.demo.wire;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import fr.pixlti.tool.demo.domain.ToolRegistration;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The tool's public keys: kept without limit, fetched again when an assertion is not verified by what is kept. */
@Component
@Profile("demo")
class ToolKeySet {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ToolRegistration tool;
    private volatile @Nullable JWKSet kept;

    ToolKeySet(ToolRegistration tool) {
        this.tool = tool;
    }

    /** The kept key, as long as it says its {@code alg}: Moodle cannot read others from its cache. */
    @Nullable
    RSAKey kept(String keyId) {
        JWKSet keys = kept;
        RSAKey key = keys == null ? null : find(keys, keyId);
        return key == null || key.getAlgorithm() == null ? null : key;
    }

    /** The key of this id as the tool serves it now; absent when there is none or the tool cannot be reached. */
    @Nullable
    RSAKey fetch(String keyId) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(tool.keySetUrl())).timeout(PATIENCE).build();
        try {
            JWKSet keys = JWKSet.parse(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
            kept = keys;
            return find(keys, keyId);
        } catch (IOException | ParseException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static @Nullable RSAKey find(JWKSet keys, String keyId) {
        JWK key = keys.getKeyByKeyId(keyId);
        return key instanceof RSAKey rsa ? rsa : null;
    }
}
