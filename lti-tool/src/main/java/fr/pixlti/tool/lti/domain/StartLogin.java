package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.lti.domain.StorageProofs.Storage;
import fr.pixlti.tool.shared.Ids;
import fr.pixlti.tool.shared.ToolSettings;
import fr.pixlti.tool.shared.Transactions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers a third-party login initiation by the address that asks the platform for a token (LTI 1.3 core §5.1.1). */
@Component
public class StartLogin {

    /** Longest address sent: a server's header is 8 KiB by default, and the response has others. */
    private static final int LONGEST_LOCATION = 7_000;
    private static final int LONGEST_TARGET = 1_000;
    private static final int LONGEST_ID = 255;
    private static final int NONCE_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Registrations registrations;
    private final Logins logins;
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;
    private final Duration lifetime;
    private final String ownOrigin;
    private final String fixedQuery;

    StartLogin(Registrations registrations, Logins logins, Transactions transactions, Ids ids, Clock clock,
            LtiSettings settings, ToolSettings tool) {
        this.registrations = registrations;
        this.logins = logins;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
        this.lifetime = settings.loginLifetime();
        this.ownOrigin = Origin.of(tool.publicUrl());
        this.fixedQuery = "response_type=id_token&response_mode=form_post&scope=openid&prompt=none&redirect_uri="
                + encode(tool.url("/lti/launch"));
    }

    /** Puts the login down and says where the browser goes. @throws LaunchRefused for a login that cannot be honoured */
    public Started handle(Request request) {
        String issuer = required("iss", request.issuer());
        String loginHint = required("login_hint", request.loginHint());
        String target = required("target_link_uri", request.targetLinkUri());
        String deployment = blankToNull(request.deploymentId());
        if (target.length() > LONGEST_TARGET || !Origin.owns(ownOrigin, target)) {
            throw new LaunchRefused(Fault.TARGET_FOREIGN);
        }
        Platform platform = platform(issuer, blankToNull(request.clientId()));
        if (deployment != null && deployment.length() > LONGEST_ID) {
            throw new LaunchRefused(Fault.LOGIN_PARAMETER, "lti_deployment_id", platform);
        }
        OneUseSecret state = OneUseSecret.mint(ids.next());
        String nonce = nonce();
        String location = location(platform, loginHint, request.messageHint(), state, nonce);
        if (location.length() > LONGEST_LOCATION) {
            throw new LaunchRefused(Fault.LOGIN_PARAMETER, "lti_message_hint", platform);
        }
        Login login = new Login(state.id(), state.hash(), nonce, platform.id(), deployment, target,
                clock.instant().plus(lifetime));
        transactions.run(() -> logins.add(login));
        Storage storage = StorageProofs.usable(request.storageTarget())
                ? Storage.of(Objects.requireNonNull(request.storageTarget()), platform, state)
                : null;
        return new Started(location, state, lifetime, storage);
    }

    private Platform platform(String issuer, @Nullable String clientId) {
        List<Registration> known = issuer.length() > LONGEST_ID ? List.of() : registrations.ofIssuer(issuer);
        List<Registration> fitting = clientId == null
                ? known
                : known.stream().filter(r -> r.platform().clientId().equals(clientId)).toList();
        if (fitting.isEmpty()) {
            throw LaunchRefused.ofUnknownPlatform(issuer);
        }
        // A registration that nobody approved must not make the login of one that works ambiguous.
        List<Registration> approved = fitting.stream().filter(r -> r.platform().approved()).toList();
        if (approved.size() > 1) {
            throw new LaunchRefused(Fault.PLATFORM_AMBIGUOUS);
        }
        if (approved.isEmpty()) {
            throw LaunchRefused.ofUnapproved(fitting.getFirst().platform());
        }
        return approved.getFirst().platform();
    }

    private String location(Platform platform, String loginHint, @Nullable String messageHint, OneUseSecret state,
            String nonce) {
        String address = platform.authenticationRequestUrl().toString();
        StringBuilder location = new StringBuilder(512).append(address)
                .append(platform.authenticationRequestUrl().getRawQuery() == null ? '?' : '&').append(fixedQuery)
                .append("&client_id=").append(encode(platform.clientId())).append("&login_hint=")
                .append(encode(loginHint)).append("&state=").append(state.text()).append("&nonce=").append(nonce);
        if (messageHint != null) {
            location.append("&lti_message_hint=").append(encode(messageHint));
        }
        return location.toString();
    }

    private static String required(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new LaunchRefused(Fault.LOGIN_PARAMETER, name);
        }
        return value;
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    private static String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What a platform sends to start a login; absent parameters are null. */
    public record Request(@Nullable String issuer, @Nullable String loginHint, @Nullable String targetLinkUri,
            @Nullable String clientId, @Nullable String deploymentId, @Nullable String messageHint,
            @Nullable String storageTarget) {}

    /**
     * @param location the platform's authentication address with its query
     * @param state also the value of the cookie that ties the launch to this browser
     * @param lifetime of the login and of the cookie
     * @param storage where the platform keeps a proof beside the cookie, absent when it does not
     */
    public record Started(String location, OneUseSecret state, Duration lifetime, @Nullable Storage storage) {}
}
