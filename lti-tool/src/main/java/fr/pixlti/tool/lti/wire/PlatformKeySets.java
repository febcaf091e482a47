package fr.pixlti.tool.lti.wire;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import fr.pixlti.tool.lti.domain.Fault;
import fr.pixlti.tool.lti.domain.LaunchRefused;
import fr.pixlti.tool.lti.domain.Platform;
import fr.pixlti.tool.lti.domain.PlatformKeys;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The key sets of platforms, one cache for each address: kept five minutes and renewed shortly before, read again for an
 * unknown kid but at most twice in half a minute, used a day longer while the platform is out of reach.
 */
@Component
class PlatformKeySets implements PlatformKeys, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PlatformKeySets.class);
    private static final Duration AGE = Duration.ofMinutes(5);
    private static final Duration RENEWED_BEFORE = Duration.ofSeconds(30);
    private static final Duration WAIT_FOR_ANOTHERS_READING = Duration.ofSeconds(15);
    private static final Duration BETWEEN_READINGS = Duration.ofSeconds(30);
    private static final Duration OUTAGE = Duration.ofDays(1);
    private static final int SETS = 500;
    private static final int LONGEST = 256 * 1024;
    private static final int SHORTEST_KEY_BITS = 2048;

    private final GuardedHttpClient http;
    private final ExecutorService renewals = Executors.newVirtualThreadPerTaskExecutor();
    private final Cache<Address, JWKSource<SecurityContext>> sources = Caffeine.newBuilder().maximumSize(SETS).build();

    PlatformKeySets(GuardedHttpClient http) {
        this.http = http;
    }

    @Override
    public RSAPublicKey key(Platform platform, String kid) {
        JWKSource<SecurityContext> source = sources
                .get(new Address(platform.keySetUrl(), platform.allowPrivateAddresses()), this::source);
        JWKMatcher wanted = new JWKMatcher.Builder().keyType(KeyType.RSA).keyID(kid)
                .keyUses(KeyUse.SIGNATURE, null).algorithms(JWSAlgorithm.RS256, null).build();
        try {
            List<JWK> found = source.get(new JWKSelector(wanted), null);
            if (found.isEmpty()) {
                throw new LaunchRefused(Fault.KID_UNKNOWN);
            }
            RSAPublicKey key = found.getFirst().toRSAKey().toRSAPublicKey();
            if (key.getModulus().bitLength() < SHORTEST_KEY_BITS) {
                throw new LaunchRefused(Fault.KID_UNKNOWN);
            }
            return key;
        } catch (RateLimitReachedException e) {
            throw new LaunchRefused(Fault.KID_UNKNOWN);
        } catch (KeySourceException e) {
            LOG.warn("Key set of platform {} ({}): {}", platform.id(), platform.keySetUrl(), cause(e));
            throw new LaunchRefused(Fault.KEYS_UNREACHABLE);
        } catch (JOSEException e) {
            throw new LaunchRefused(Fault.KID_UNKNOWN);
        }
    }

    private JWKSource<SecurityContext> source(Address address) {
        try {
            return JWKSourceBuilder.create(address.url().toURL(), new Retriever(http, address))
                    .cache(AGE.toMillis(), WAIT_FOR_ANOTHERS_READING.toMillis())
                    .refreshAheadCache(RENEWED_BEFORE.toMillis(), null, renewals, false, null, false)
                    .rateLimited(BETWEEN_READINGS.toMillis()).outageTolerant(OUTAGE.toMillis()).build();
        } catch (MalformedURLException e) {
            throw new LaunchRefused(Fault.KEYS_UNREACHABLE);
        }
    }

    private static String cause(Throwable e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getClass().getSimpleName() + ": " + deepest.getMessage();
    }

    /** The caches themselves hold nothing that needs closing: their one executor is this one. */
    @Override
    public void close() {
        renewals.shutdownNow();
    }

    /** Registrations that differ in what they may call never share a cache. */
    private record Address(URI url, boolean allowPrivate) {}

    private record Retriever(GuardedHttpClient http, Address address) implements ResourceRetriever {

        @Override
        public Resource retrieveResource(java.net.URL url) throws IOException {
            HttpAnswer answer = http.send(HttpCall.get(address.url(), Map.of("Accept", "application/json")),
                    address.allowPrivate(), LONGEST);
            if (answer.status() != 200) {
                throw new IOException("The key set's address answered " + answer.status());
            }
            return new Resource(answer.text(), answer.headers().apply("Content-Type"));
        }
    }
}
