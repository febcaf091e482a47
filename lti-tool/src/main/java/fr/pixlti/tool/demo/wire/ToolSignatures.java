package fr.pixlti.tool.demo.wire;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Checks what the tool signs, as Moodle does: with the key kept, else with the one fetched anew. */
@Component
@Profile("demo")
class ToolSignatures {

    private final ToolKeySet keys;

    ToolSignatures(ToolKeySet keys) {
        this.keys = keys;
    }

    /** A refusal, in Moodle's free text. */
    static final class Refused extends Exception {

        Refused(String text) {
            super(text);
        }
    }

    void check(SignedJWT jwt) throws Refused {
        String keyId = jwt.getHeader().getKeyID();
        if (keyId == null) {
            throw new Refused("error/Error: kid must be provided in JWT header.");
        }
        if (verifies(jwt, keys.kept(keyId))) {
            return;
        }
        RSAKey fetched = keys.fetch(keyId);
        if (fetched == null) {
            throw new Refused("\"kid\" invalid, unable to lookup correct key");
        }
        if (!verifies(jwt, fetched)) {
            throw new Refused("Signature verification failed");
        }
    }

    private static boolean verifies(SignedJWT jwt, @Nullable RSAKey key) {
        try {
            return key != null && JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())
                    && jwt.verify(new RSASSAVerifier(key));
        } catch (JOSEException e) {
            return false;
        }
    }
}
