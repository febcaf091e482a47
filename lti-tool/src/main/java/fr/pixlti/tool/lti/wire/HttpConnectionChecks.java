package fr.pixlti.tool.lti.wire;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import fr.pixlti.tool.lti.domain.ConnectionChecks;
import fr.pixlti.tool.lti.domain.DynamicRegistrations;
import fr.pixlti.tool.lti.domain.Finding;
import fr.pixlti.tool.lti.domain.Finding.Part;
import fr.pixlti.tool.lti.domain.KnownPlatform;
import fr.pixlti.tool.lti.domain.Platform;
import fr.pixlti.tool.lti.domain.PlatformConfiguration;
import fr.pixlti.tool.lti.domain.RegistrationFault;
import fr.pixlti.tool.lti.domain.RegistrationRefused;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A connection test's calls: real ones, whose answers are explained. */
@Component
class HttpConnectionChecks implements ConnectionChecks {

    private static final String COLUMNS = "application/vnd.ims.lis.v2.lineitemcontainer+json";
    private static final String ROSTER = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";
    private static final int LONGEST = 1024 * 1024;
    private static final int SHORTEST_KEY_BITS = 2048;

    private final GuardedHttpClient http;
    private final PlatformTokens tokens;
    private final DynamicRegistrations registrations;
    private final JsonMapper json = new JsonMapper();

    HttpConnectionChecks(GuardedHttpClient http, PlatformTokens tokens, DynamicRegistrations registrations) {
        this.http = http;
        this.tokens = tokens;
        this.registrations = registrations;
    }

    @Override
    public Finding configuration(KnownPlatform known) {
        Platform platform = known.platform();
        if (known.configurationUrl() == null) {
            return answers(platform);
        }
        try {
            PlatformConfiguration said = registrations.read(known.configurationUrl(),
                    platform.allowPrivateAddresses());
            String different = differences(platform, said);
            return different.isEmpty()
                    ? Finding.good(Part.CONFIGURATION, "same", "")
                    : Finding.bad(Part.CONFIGURATION, "differs", different);
        } catch (RegistrationRefused e) {
            if (e.call() != null) {
                return Finding.unreached(Part.CONFIGURATION, e.call());
            }
            boolean status = e.fault() == RegistrationFault.CONFIGURATION_STATUS;
            return Finding.bad(Part.CONFIGURATION, status ? "status" : "unreadable", e.detail());
        }
    }

    /** Without parameters a sign-in address answers with some error of its own; a server that is broken says 5xx. */
    private Finding answers(Platform platform) {
        try {
            HttpAnswer answer = get(platform, platform.authenticationRequestUrl(), "text/html", null);
            return answer.status() < 500
                    ? Finding.good(Part.CONFIGURATION, "answers", "")
                    : Finding.bad(Part.CONFIGURATION, "sign-in-status", String.valueOf(answer.status()));
        } catch (IOException e) {
            return Finding.unreached(Part.CONFIGURATION, CallFaults.of(e));
        }
    }

    private static String differences(Platform platform, PlatformConfiguration said) {
        StringJoiner names = new StringJoiner(", ");
        if (!said.issuer().equals(platform.issuer())) {
            names.add("issuer");
        }
        if (!said.authorizationEndpoint().equals(platform.authenticationRequestUrl())) {
            names.add("authorization_endpoint");
        }
        if (!said.tokenEndpoint().equals(platform.accessTokenUrl())) {
            names.add("token_endpoint");
        }
        if (!said.keySetUrl().equals(platform.keySetUrl())) {
            names.add("jwks_uri");
        }
        return names.toString();
    }

    @Override
    public Finding keys(Platform platform) {
        try {
            HttpAnswer answer = get(platform, platform.keySetUrl(), "application/json", null);
            if (answer.status() != 200) {
                return Finding.bad(Part.KEYS, "status", String.valueOf(answer.status()));
            }
            long usable = JWKSet.parse(answer.text()).getKeys().stream().filter(HttpConnectionChecks::usable).count();
            return usable == 0
                    ? Finding.bad(Part.KEYS, "none", "")
                    : Finding.good(Part.KEYS, "usable", String.valueOf(usable));
        } catch (ParseException e) {
            return Finding.bad(Part.KEYS, "unreadable", "");
        } catch (IOException e) {
            return Finding.unreached(Part.KEYS, CallFaults.of(e));
        }
    }

    private static boolean usable(JWK key) {
        return key instanceof RSAKey rsa && key.getKeyID() != null
                && (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
                && (key.getAlgorithm() == null || key.getAlgorithm().equals(JWSAlgorithm.RS256))
                && rsa.size() >= SHORTEST_KEY_BITS;
    }

    @Override
    public Token token(Platform platform, String scopes) {
        try {
            return new Token(Finding.good(Part.TOKEN, "given", ""), tokens.fresh(platform, scopes));
        } catch (PlatformTokens.TokenRefused e) {
            return new Token(refusal(e.answer()), null);
        } catch (IOException e) {
            return new Token(Finding.unreached(Part.TOKEN, CallFaults.of(e)), null);
        }
    }

    /** The two mistakes that are nearly always made: the client id, and a key set that the platform cannot read. */
    private static Finding refusal(HttpAnswer answer) {
        String words = PlatformWords.of(answer);
        if (answer.successful()) {
            return Finding.bad(Part.TOKEN, "unreadable", words);
        }
        String text = answer.text().toLowerCase(Locale.ROOT);
        boolean keys = text.contains("jwk") || text.contains("keyset") || text.contains("public key")
                || text.contains("kid") || text.contains("signature");
        boolean client = text.contains("invalid_client") || text.contains("unauthorized_client")
                || text.contains("client_id") || text.contains("clientid");
        return Finding.bad(Part.TOKEN, keys ? "own-keys" : client ? "client" : "status", words);
    }

    @Override
    public Finding lineItems(Platform platform, String url, String token) {
        return service(Part.LINE_ITEMS, platform, url, COLUMNS, token);
    }

    @Override
    public Finding roster(Platform platform, String url, String token) {
        // One person is enough to know.
        return service(Part.ROSTER, platform, url + (url.indexOf('?') < 0 ? "?" : "&") + "limit=1", ROSTER, token);
    }

    private Finding service(Part part, Platform platform, String url, String type, String token) {
        try {
            HttpAnswer answer = get(platform, URI.create(url), type, token);
            if (!answer.successful()) {
                boolean right = answer.status() == 401 || answer.status() == 403;
                return Finding.bad(part, right ? "forbidden" : "status", PlatformWords.of(answer));
            }
            JsonNode body = json.readTree(answer.body());
            JsonNode list = part == Part.ROSTER ? body.path("members") : body;
            return list.isArray() ? Finding.good(part, "read", "") : Finding.bad(part, "unreadable", "");
        } catch (JacksonException | IllegalArgumentException e) {
            return Finding.bad(part, "unreadable", "");
        } catch (IOException e) {
            return Finding.unreached(part, CallFaults.of(e));
        }
    }

    private HttpAnswer get(Platform platform, URI url, String type, @Nullable String token)
            throws IOException {
        Map<String, String> headers = token == null
                ? Map.of("Accept", type)
                : Map.of("Accept", type, "Authorization", "Bearer " + token);
        return http.send(HttpCall.get(url, headers), platform.allowPrivateAddresses(), LONGEST);
    }
}
