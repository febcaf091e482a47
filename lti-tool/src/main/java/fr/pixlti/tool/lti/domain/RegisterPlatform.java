package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.lti.domain.Platform.Status;
import fr.pixlti.tool.lti.domain.RegistrationRequests.Earlier;
import fr.pixlti.tool.shared.Ids;
import fr.pixlti.tool.shared.ToolSettings;
import fr.pixlti.tool.shared.Transactions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Registers the tool with a platform whose administrator asks for it (LTI Dynamic Registration 1.0), and keeps the
 * platform for the operator to approve. Calls are made outside any transaction; a request that was honoured is answered
 * the same when it comes again.
 */
@Component
public class RegisterPlatform {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterPlatform.class);
    private static final int LONGEST = 1_000;
    private static final int LONGEST_TOKEN = 8_000;

    private final Invitations invitations;
    private final OpenHosts openHosts;
    private final DynamicRegistrations registrations;
    private final RegistrationRequests requests;
    private final KnownPlatforms platforms;
    private final Registrations cache;
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;
    private final String ownOrigin;

    RegisterPlatform(Invitations invitations, OpenHosts openHosts, DynamicRegistrations registrations,
            RegistrationRequests requests, KnownPlatforms platforms, Registrations cache, Transactions transactions,
            Ids ids, Clock clock, ToolSettings tool) {
        this.invitations = invitations;
        this.openHosts = openHosts;
        this.registrations = registrations;
        this.requests = requests;
        this.platforms = platforms;
        this.cache = cache;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
        this.ownOrigin = Origin.of(tool.publicUrl());
    }

    /** @throws RegistrationRefused when the platform may not register or does not go along */
    public Registered handle(Request request) {
        Grant grant = grant(request);
        byte[] hash = hash(request);
        UUID id = ids.next();
        if (!transactions.call(() -> requests.begin(id, hash, grant.invitation()))) {
            return earlier(hash, grant);
        }
        boolean done = false;
        try {
            Registered registered = register(id, request, grant);
            done = true;
            return registered;
        } finally {
            if (!done) {
                transactions.run(() -> requests.abandon(id));
            }
        }
    }

    /** The right to register: checked before anybody is called. */
    private Grant grant(Request request) {
        URI address = address(request.configuration());
        Optional<Boolean> open = openHosts.admits(address);
        if (request.invitation() != null) {
            Invitation invitation = OneUseSecret.parse(request.invitation())
                    .flatMap(secret -> transactions.call(() -> invitations.find(secret)))
                    .orElseThrow(() -> new RegistrationRefused(RegistrationFault.INVITATION_UNKNOWN));
            switch (invitation.state(clock.instant())) {
                case EXPIRED -> throw new RegistrationRefused(RegistrationFault.INVITATION_EXPIRED);
                case REVOKED -> throw new RegistrationRefused(RegistrationFault.INVITATION_REVOKED);
                // A used one may be a reload of the page that used it.
                case OPEN, USED -> {
                    return new Grant(address, invitation.id(), invitation.school(),
                            invitation.allowPrivateAddresses() || open.orElse(false), open.isPresent());
                }
            }
        }
        return new Grant(address, null, null,
                open.orElseThrow(() -> new RegistrationRefused(RegistrationFault.NOT_INVITED)), true);
    }

    private static URI address(String text) {
        try {
            URI address = URI.create(text);
            if (text.length() <= LONGEST && address.getHost() != null && address.getScheme() != null
                    && address.getRawUserInfo() == null && address.getRawFragment() == null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // No address: refused below like any other that cannot be called.
            LOG.debug("Not an address", e);
        }
        throw new RegistrationRefused(RegistrationFault.CONFIGURATION_ADDRESS);
    }

    private Registered earlier(byte[] hash, Grant grant) {
        Optional<Earlier> earlier = transactions.call(() -> requests.earlier(hash, grant.invitation()));
        if (earlier.isPresent() && !earlier.get().same()) {
            throw new RegistrationRefused(RegistrationFault.INVITATION_USED);
        }
        KnownPlatform platform = earlier.map(Earlier::platformId)
                .flatMap(id -> transactions.call(() -> platforms.find(id)))
                .orElseThrow(() -> new RegistrationRefused(RegistrationFault.UNDER_WAY));
        return registered(platform, grant);
    }

    private Registered register(UUID requestId, Request request, Grant grant) {
        PlatformConfiguration configuration = registrations.read(grant.address(), grant.allowPrivate());
        List<String> foreign = configuration.foreignHosts();
        if (grant.invitation() == null && !foreign.isEmpty()) {
            throw new RegistrationRefused(RegistrationFault.OTHER_HOST, foreign.getFirst());
        }
        DynamicRegistrations.Agreed agreed = registrations.register(configuration, request.token(),
                grant.allowPrivate(), request.language());
        KnownPlatform platform = platform(configuration, agreed, grant, foreign.isEmpty(), request.framedBy());
        List<String> deployments = agreed.deploymentId() == null ? List.of() : List.of(agreed.deploymentId());
        KnownPlatform kept = transactions.call(() -> {
            // One that is there already is left as it is: who registers may not change what an operator approved.
            boolean added = platforms.add(platform, deployments);
            KnownPlatform there = added
                    ? platform
                    : platforms.find(new KnownPlatforms.Client(configuration.issuer(), agreed.clientId()))
                            .orElseThrow();
            requests.finish(requestId, there.platform().id());
            return there;
        });
        cache.forget();
        LOG.info("Platform {} registered from {} (issuer {}): {}", kept.platform().id(), grant.address().getHost(),
                configuration.issuer(), kept.platform().status());
        return registered(kept, grant);
    }

    private KnownPlatform platform(PlatformConfiguration configuration, DynamicRegistrations.Agreed agreed,
            Grant grant, boolean oneHost, @Nullable String framedBy) {
        Set<String> origins = new TreeSet<>(
                List.of(Origin.of(configuration.authorizationEndpoint()), Origin.of(grant.address())));
        if (framedBy != null && grant.invitation() != null) {
            // Canvas shows its pages, and so our frames, on the customer's own host, which its description does not name.
            pageOrigin(framedBy, grant.allowPrivate()).ifPresent(origins::add);
        }
        Instant now = clock.instant();
        String name = grant.school() == null ? grant.address().getHost() : grant.school();
        Status status = grant.open() && oneHost ? Status.APPROVED : Status.PENDING;
        Platform platform = new Platform(ids.next(), name, status, configuration.issuer(), agreed.clientId(),
                configuration.authorizationEndpoint(), configuration.tokenEndpoint(), configuration.audience(),
                configuration.keySetUrl(), List.copyOf(origins), grant.allowPrivate());
        return new KnownPlatform(platform, KnownPlatform.Source.DYNAMIC, configuration.product(), grant.address(), now,
                now, List.of(), null);
    }

    private Optional<String> pageOrigin(String page, boolean allowPlain) {
        try {
            URI uri = URI.create(page);
            boolean web = "https".equals(uri.getScheme()) || allowPlain && "http".equals(uri.getScheme());
            return web && uri.getHost() != null
                    ? Optional.of(Origin.of(uri)).filter(origin -> !origin.equals(ownOrigin))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            // What a browser sends as Referer is an address; what something else sends does not matter.
            return Optional.empty();
        }
    }

    private static Registered registered(KnownPlatform platform, Grant grant) {
        boolean moodle = "moodle".equals(platform.product());
        return new Registered(platform.platform().name(), platform.platform().status(), moodle,
                platform.platform().frameOrigins(), grant.address().getHost());
    }

    /** Without a token, a platform that registers again cannot be told from a reload but by the time. */
    private byte[] hash(Request request) {
        String token = request.token() == null
                ? clock.instant().truncatedTo(ChronoUnit.HOURS).toString()
                : request.token();
        String all = request.invitation() + "\n" + request.configuration() + "\n" + token;
        try {
            return MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** @param open whether the host may register without an invitation, and is approved at once */
    private record Grant(URI address, @Nullable UUID invitation, @Nullable String school, boolean allowPrivate,
            boolean open) {}

    /**
     * What the platform's administrator brings.
     *
     * @param invitation the secret part of its address, absent for hosts that need none
     * @param configuration {@code openid_configuration}
     * @param token {@code registration_token}, at most 8,000 characters
     * @param language of the person
     * @param framedBy address of the page that led here, absent when the browser did not say
     */
    public record Request(@Nullable String invitation, String configuration, @Nullable String token, Locale language,
            @Nullable String framedBy) {

        public Request {
            // What fits into no header is as good as no token: the platform will say so.
            if (token != null && (token.isBlank() || token.length() > LONGEST_TOKEN
                    || !token.chars().allMatch(c -> c > ' ' && c < 0x7f))) {
                token = null;
            }
        }
    }

    /**
     * What is shown afterwards.
     *
     * @param moodle whether the steps that are left are Moodle's
     * @param origins of the platform's pages, one of which waits to hear that the window may close
     */
    public record Registered(String name, Status status, boolean moodle, List<String> origins, String host) {}
}
