package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.shared.ToolSecret;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the tool's RSA keys, and closes and opens their private halves. */
@Component
class ToolKeyCipher {

    private static final int BITS = 2048;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Supplier<SecretKey> key;
    private final SecureRandom random = new SecureRandom();

    ToolKeyCipher(ToolSecret secret) {
        this.key = secret.key("lti tool key", "AES");
    }

    /** A new key. @param activeFrom see {@link ToolKey} */
    ToolKey generate(UUID id, int generation, Instant now, Instant activeFrom, @Nullable String madeBy) {
        try {
            RSAKey made = new RSAKeyGenerator(BITS).keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true).generate();
            return new ToolKey(id, made.toPublicJWK().toJSONString(),
                    encrypt(id, made.toRSAPrivateKey().getEncoded()), now, activeFrom, null, generation, madeBy, null);
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java makes RSA keys", e);
        }
    }

    RSAPrivateKey open(ToolKey stored) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(stored.encryptedPrivateKey());
            byte[] nonce = new byte[NONCE_BYTES];
            bytes.get(nonce);
            byte[] rest = new byte[bytes.remaining()];
            bytes.get(rest);
            byte[] plain = cipher(Cipher.DECRYPT_MODE, nonce, stored.id()).doFinal(rest);
            return (RSAPrivateKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(plain));
        } catch (AEADBadTagException e) {
            throw new IllegalStateException("pixlti.secret is not the one with which the tool's private key was "
                    + "encrypted: set the former secret again (without pixlti.secret it is in the file 'secret' of "
                    + "pixlti.data-dir; all nodes need the same)", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The tool's key " + stored.id() + " cannot be read", e);
        }
    }

    private byte[] encrypt(UUID id, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] rest = cipher(Cipher.ENCRYPT_MODE, nonce, id).doFinal(plain);
            return ByteBuffer.allocate(NONCE_BYTES + rest.length).put(nonce).put(rest).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-GCM", e);
        }
    }

    /** The row's id is authenticated too: a private key cannot be moved to another row. */
    private Cipher cipher(int mode, byte[] nonce, UUID id) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.get(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(id.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
