package fr.pixlti.tool.lti;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A platform: its key set and services are WireMock's, its tokens are signed here. */
public final class TestPlatform {

    public static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";
    public static final String AGS = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";
    public static final String MEMBERSHIP = "http://purl.imsglobal.org/vocab/lis/v2/membership#";
    public static final RSAKey KEY = key("platform-key");
    public static final RSAKey OTHER_KEY = key("platform-key");
    public static final WireMockServer SERVER = server();

    private TestPlatform() {}

    private static WireMockServer server() {
        WireMockServer server = new WireMockServer(
                WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
        publishKeys(server);
        return server;
    }

    public static void publishKeys(WireMockServer server) {
        server.stubFor(get(urlEqualTo("/jwks"))
                .willReturn(ok(new JWKSet(KEY).toString(true)).withHeader("Content-Type", "application/json")));
    }

    public static RSAKey key(String kid) {
        try {
            return new RSAKeyGenerator(2048).keyID(kid).keyUse(KeyUse.SIGNATURE).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The claims of a launch as Moodle writes them. */
    public static Map<String, Object> claims(String nonce, String role) {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", "https://moodle.example");
        claims.put("aud", "client-1");
        claims.put("sub", role.equals("Instructor") ? "7" : "12");
        claims.put("nonce", nonce);
        claims.put("iat", now);
        claims.put("exp", now + 60);
        claims.put(CLAIM + "deployment_id", "1");
        claims.put(CLAIM + "version", "1.3.0");
        claims.put(CLAIM + "message_type", "LtiResourceLinkRequest");
        claims.put(CLAIM + "target_link_uri", "https://tool.example/lti/launch");
        claims.put(CLAIM + "roles", List.of(MEMBERSHIP + role));
        claims.put(CLAIM + "context",
                Map.of("id", "3", "label", "NSI", "title", "Numérique", "type", List.of("CourseSection")));
        claims.put(CLAIM + "resource_link", Map.of("id", "link-1", "title", "Rechercher", "description", ""));
        claims.put(CLAIM + "custom", Map.of("pixlti_target", "competence:1.1"));
        claims.put(CLAIM + "launch_presentation",
                Map.of("locale", "fr", "document_target", "iframe", "return_url",
                        "https://moodle.example/back?sesskey=SECRET"));
        claims.put("given_name", "Léa");
        claims.put("family_name", "Martin");
        claims.put("name", "Léa Martin");
        claims.put("email", "lea@moodle.example");
        claims.put(AGS, Map.of("scope", List.of("https://purl.imsglobal.org/spec/lti-ags/scope/score"), "lineitems",
                "https://moodle.example/lineitems?type_id=1", "lineitem",
                "https://moodle.example/lineitems/5/lineitem?type_id=1"));
        return claims;
    }

    public static String sign(Map<String, Object> claims) {
        return sign(claims, KEY, header -> header.keyID(KEY.getKeyID()));
    }

    public static String sign(Map<String, Object> claims, RSAKey key, Consumer<JWSHeader.Builder> header) {
        try {
            JWSHeader.Builder builder = new JWSHeader.Builder(JWSAlgorithm.RS256);
            header.accept(builder);
            SignedJWT token = new SignedJWT(builder.build(), JWTClaimsSet.parse(claims));
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
