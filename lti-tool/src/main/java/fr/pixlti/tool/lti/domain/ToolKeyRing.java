package fr.pixlti.tool.lti.domain;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import fr.pixlti.tool.shared.Transactions;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * The tool's own keys, open for use: made at the first start. What is published is read again every half minute, so that
 * nodes agree; which key signs is asked of the database at every signature, so that one retired at once signs nowhere.
 */
@Component
public class ToolKeyRing implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ToolKeyRing.class);
    private static final Duration AGE = Duration.ofSeconds(30);
    /** Every node gives the first key the same id, so that of two that start at once one key is kept. */
    private static final UUID FIRST = new UUID(0L, 1L);

    private final ToolKeys keys;
    private final ToolKeyCipher cipher;
    private final Transactions transactions;
    private final Clock clock;
    private final LoadingCache<Boolean, Ring> ring;

    ToolKeyRing(ToolKeys keys, ToolKeyCipher cipher, Transactions transactions, Clock clock) {
        this.keys = keys;
        this.cipher = cipher;
        this.transactions = transactions;
        this.clock = clock;
        this.ring = Caffeine.newBuilder().expireAfterWrite(AGE).build(whole -> read());
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (transactions.call(keys::all).isEmpty()) {
            Instant now = clock.instant();
            ToolKey first = cipher.generate(FIRST, 1, now, now, null);
            transactions.run(() -> keys.addUnlessThere(first));
        }
        LOG.info("The tool signs with key {}", signingKey().getKeyID());
    }

    /** The key set document (RFC 7517 §5), public halves only. */
    public String publicKeys() {
        return ring.get(true).document();
    }

    /** The key that signs now: the youngest active one. One query, and a signature costs more. Not for keeping. */
    public RSAKey signingKey() {
        UUID now = signing(transactions.call(keys::all), clock.instant()).id();
        Ring known = ring.get(true);
        if (!known.signer().equals(now)) {
            refresh();
            known = ring.get(true);
        }
        return known.signing();
    }

    /** Where clocks differ a little, a key that is active for the node that made it signs here too. */
    private static ToolKey signing(List<ToolKey> all, Instant now) {
        return all.stream().filter(key -> key.signs(now)).max(Comparator.comparing(ToolKey::generation))
                .or(() -> all.stream().filter(key -> key.published(now))
                        .min(Comparator.comparing(ToolKey::generation)))
                .orElseThrow(() -> new IllegalStateException("No key of the tool is active"));
    }

    /** Reads the keys again, on this node; the others do so within half a minute. */
    public void refresh() {
        ring.invalidateAll();
    }

    /** The key's id, which platforms see. */
    static String kid(ToolKey key) {
        return publicKey(key).getKeyID();
    }

    private Ring read() {
        Instant now = clock.instant();
        List<ToolKey> published = transactions.call(keys::all).stream().filter(key -> key.published(now)).toList();
        ToolKey signing = signing(published, now);
        try {
            JWKSet set = new JWKSet(published.stream().map(ToolKeyRing::publicKey)
                    .map(com.nimbusds.jose.jwk.JWK.class::cast).toList());
            RSAKey open = new RSAKey.Builder(publicKey(signing)).privateKey(cipher.open(signing)).build();
            // Once now rather than at the first grade: the key pair must fit.
            open.toRSAPrivateKey();
            return new Ring(set.toString(true), signing.id(), open);
        } catch (JOSEException e) {
            throw new IllegalStateException("The tool's key " + signing.id() + " cannot be read", e);
        }
    }

    private static RSAKey publicKey(ToolKey key) {
        try {
            return RSAKey.parse(key.publicJwk());
        } catch (ParseException e) {
            throw new IllegalStateException("The tool's key " + key.id() + " cannot be read", e);
        }
    }

    private record Ring(String document, UUID signer, RSAKey signing) {}
}
