package fr.pixlti.tool.lti.domain;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import fr.pixlti.tool.shared.Transactions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The registrations as this node knows them, at most a few seconds old, so that a launch needs no query for them. */
@Component
public class Registrations {

    private static final Duration AGE = Duration.ofSeconds(5);
    private static final int ISSUERS = 2_000;

    private final LoadingCache<String, List<Registration>> byIssuer;
    private final LoadingCache<UUID, Optional<Platform>> byId;

    Registrations(Platforms platforms, Transactions transactions) {
        this.byIssuer = Caffeine.newBuilder().expireAfterWrite(AGE).maximumSize(ISSUERS)
                .build(issuer -> transactions.call(() -> platforms.ofIssuer(issuer)));
        this.byId = Caffeine.newBuilder().expireAfterWrite(AGE).maximumSize(ISSUERS)
                .build(id -> transactions.call(() -> platforms.byId(id)));
    }

    public List<Registration> ofIssuer(String issuer) {
        return byIssuer.get(issuer);
    }

    public Optional<Platform> byId(UUID id) {
        return byId.get(id);
    }

    /** Makes this node read the registrations again: after a change of its own. */
    public void forget() {
        byIssuer.invalidateAll();
        byId.invalidateAll();
    }
}
