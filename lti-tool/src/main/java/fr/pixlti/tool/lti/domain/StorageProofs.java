package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.shared.ToolSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What ties a launch to the browser that began the login where the platform keeps it instead of a cookie (LTI client
 * side postMessages, lti-cs-oidc): at the login the tool's page puts a proof into the platform's storage, at the launch
 * another page of the tool fetches it. The proof is a MAC over the state under the tool's secret, so it needs no row.
 */
@Component
public class StorageProofs {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern TARGET = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

    private final Supplier<SecretKey> key;

    StorageProofs(ToolSecret secret) {
        this.key = secret.key("lti storage proof", ALGORITHM);
    }

    /** Whether a platform's {@code lti_storage_target} is one: {@code _parent}, or the name of a frame. */
    public static boolean usable(@Nullable String target) {
        return target != null && TARGET.matcher(target).matches();
    }

    /** The proof for a state: 43 characters of base64url. */
    public String of(OneUseSecret state) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key.get());
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(mac.doFinal(state.text().getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    /**
     * Where a page of the tool finds the storage.
     *
     * @param target frame of the platform that keeps it, as the platform named it
     * @param origin of the platform's authentication address: nobody else is spoken to
     * @param key under which the proof stands
     */
    public record Storage(String target, String origin, String key) {

        public static Storage of(String target, Platform platform, OneUseSecret state) {
            return new Storage(target, Origin.of(platform.authenticationRequestUrl()), "lti-" + state.shortName());
        }
    }
}
