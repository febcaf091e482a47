package fr.pixlti.tool.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.pixlti.tool.testing.PlatformDouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Just enough of a tool on localhost to hold the double to its word: login, launch, keys, tokens, grade services. */
final class PretendTool implements AutoCloseable {

    static final String LINE_ITEM = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem";
    static final String LINE_ITEM_READ = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly";
    static final String RESULT_READ = "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly";
    static final String SCORE = "https://purl.imsglobal.org/spec/lti-ags/scope/score";

    private static final RSAKey KEY = newKey();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    final List<Map<String, String>> logins = new ArrayList<>();
    final List<Map<String, String>> launches = new ArrayList<>();
    final AtomicInteger keyFetches = new AtomicInteger();
    RSAKey key = KEY;
    boolean keysSayAlgorithm = true;
    UnaryOperator<Map<String, String>> question = UnaryOperator.identity();

    private final PlatformDouble lms;
    private final HttpServer server;

    PretendTool(PlatformDouble lms) throws IOException {
        this.lms = lms;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/lti/login", this::login);
        server.createContext("/lti/launch", this::launch);
        server.createContext("/.well-known/jwks.json", this::keys);
        server.start();
        lms.toolAt(url());
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The authentication request as a tool should write it, before {@link #question} changes it. */
    private void login(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(exchange);
        logins.add(form);
        Map<String, String> query = new LinkedHashMap<>();
        query.put("scope", "openid");
        query.put("response_type", "id_token");
        query.put("response_mode", "form_post");
        query.put("prompt", "none");
        query.put("client_id", PlatformDouble.CLIENT_ID);
        query.put("redirect_uri", url() + "/lti/launch");
        query.put("login_hint", form.getOrDefault("login_hint", ""));
        query.put("lti_message_hint", form.getOrDefault("lti_message_hint", ""));
        query.put("state", "state-" + logins.size());
        query.put("nonce", "nonce-" + logins.size());
        exchange.getResponseHeaders().add("Location", lms.authUrl() + "?" + encode(question.apply(query)));
        exchange.getResponseHeaders().add("Set-Cookie", "lax=1; Path=/");
        exchange.getResponseHeaders().add("Set-Cookie", "none=1; Path=/; Secure; SameSite=None");
        exchange.getResponseHeaders().add("Set-Cookie", "chips=1; Path=/; Secure; SameSite=None; Partitioned");
        answer(exchange, 302, "text/plain", "");
    }

    private void launch(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(exchange);
        String cookies = exchange.getRequestHeaders().getFirst("Cookie");
        form.put("cookies", cookies == null ? "" : cookies);
        launches.add(form);
        answer(exchange, 200, "text/html", "<h1>launched</h1>");
    }

    private void keys(HttpExchange exchange) throws IOException {
        keyFetches.incrementAndGet();
        RSAKey shown = keysSayAlgorithm ? key : new RSAKey.Builder(key).algorithm(null).build();
        answer(exchange, 200, "application/json", new JWKSet(shown.toPublicJWK()).toString());
    }

    /** A good client assertion, changed as asked. */
    String assertion(UnaryOperator<JWTClaimsSet.Builder> change, @Nullable String keyId) {
        Instant now = lms.clock().instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(PlatformDouble.CLIENT_ID)
                .subject(PlatformDouble.CLIENT_ID).audience(lms.tokenUrl()).issueTime(Date.from(now.minusSeconds(5)))
                .expirationTime(Date.from(now.plusSeconds(60))).jwtID(UUID.randomUUID().toString());
        SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(),
                change.apply(claims).build());
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    String assertion() {
        return assertion(UnaryOperator.identity(), key.getKeyID());
    }

    HttpResponse<String> askToken(String assertion, String... scopes) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.put("client_assertion", assertion);
        form.put("scope", String.join(" ", scopes));
        return post(lms.tokenUrl(), "application/x-www-form-urlencoded", encode(form));
    }

    String token(String... scopes) {
        return JsonMapper.builder().build().readTree(askToken(assertion(), scopes).body()).get("access_token")
                .asString();
    }

    static HttpResponse<String> post(String url, String contentType, String body) {
        return send(HttpRequest.newBuilder(URI.create(url)).header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    /** A request to a service; empty header values are left out. */
    static HttpResponse<String> call(String method, String url, String token, String accept, String contentType,
            String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).method(method,
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        Map.of("Authorization", token.isEmpty() ? "" : "Bearer " + token, "Accept", accept, "Content-Type", contentType)
                .forEach((name, value) -> {
                    if (!value.isEmpty()) {
                        request.header(name, value);
                    }
                });
        return send(request.build());
    }

    static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                + (query == null ? "" : query);
        Map<String, String> form = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    private static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
