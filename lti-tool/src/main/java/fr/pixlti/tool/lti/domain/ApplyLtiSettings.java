package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.lti.domain.LtiSettings.PlatformSettings;
import fr.pixlti.tool.shared.Ids;
import fr.pixlti.tool.shared.Transactions;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Brings the registrations of the settings into the database before the first request is served. */
@Component
class ApplyLtiSettings implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ApplyLtiSettings.class);

    private final LtiSettings settings;
    private final Platforms platforms;
    private final KnownPlatforms known;
    private final Registrations registrations;
    private final Transactions transactions;
    private final Ids ids;

    ApplyLtiSettings(LtiSettings settings, Platforms platforms, KnownPlatforms known, Registrations registrations,
            Transactions transactions, Ids ids) {
        this.settings = settings;
        this.platforms = platforms;
        this.known = known;
        this.registrations = registrations;
        this.transactions = transactions;
        this.ids = ids;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (PlatformSettings platform : settings.platforms()) {
            transactions.run(() -> platforms.apply(platform(platform), platform.deploymentIds()));
            LOG.info("Platform of the settings: {} (issuer {}, {} deployments)", platform.name(), platform.issuer(),
                    platform.deploymentIds().size());
        }
        transactions.run(() -> known.releaseAllBut(settings.platforms().stream()
                .map(platform -> new KnownPlatforms.Client(platform.issuer(), platform.clientId())).toList()));
        registrations.forget();
    }

    private Platform platform(PlatformSettings given) {
        URI authentication = URI.create(given.authenticationRequestUrl());
        Set<String> origins = new LinkedHashSet<>(List.of(Origin.of(authentication)));
        origins.addAll(given.frameOrigins());
        return new Platform(ids.next(), given.name(), Platform.Status.APPROVED, given.issuer(), given.clientId(),
                authentication, URI.create(given.accessTokenUrl()), given.accessTokenAudience(),
                URI.create(given.keySetUrl()),
                List.copyOf(origins), given.allowPrivateAddresses());
    }
}
