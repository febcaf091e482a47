package fr.pixlti.tool.shell;

import fr.pixlti.tool.shared.ToolSecret;
import fr.pixlti.tool.shell.domain.Passwords;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * bcrypt of cost 12 over an HMAC of the password under {@code pixlti.secret}: bcrypt reads 72 bytes, a password may have
 * more; and a stolen table alone is no use (OWASP Password Storage, peppering).
 */
@Component
class BcryptPasswords implements Passwords {

    private static final int COST = 12;
    private static final String ALGORITHM = "HmacSHA384";

    private final Supplier<SecretKey> pepper;
    private final PasswordEncoder encoder = new DelegatingPasswordEncoder("bcrypt",
            Map.of("bcrypt", new BCryptPasswordEncoder(COST)));
    private final Supplier<String> nobodys = SingletonSupplier.of(() -> hash(UUID.randomUUID().toString()));

    BcryptPasswords(ToolSecret secret) {
        this.pepper = secret.key("shell password", ALGORITHM);
    }

    @Override
    public String hash(String password) {
        return String.valueOf(encoder.encode(peppered(password)));
    }

    @Override
    public boolean matches(String password, String hash) {
        return encoder.matches(peppered(password), hash);
    }

    @Override
    public String nobodys() {
        return nobodys.get();
    }

    private String peppered(String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(pepper.get());
            return Base64.getEncoder().encodeToString(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA384", e);
        }
    }
}
