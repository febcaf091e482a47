package fr.pixlti.tool.bench;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The platform behind the tool: keys, access tokens and a gradebook that takes every score. It checks nothing, so that it
 * costs next to nothing; strictness is for the tests.
 */
final class BenchPlatform implements AutoCloseable {

    private static final int KEY_BITS = 2048;
    private static final Pattern USER = Pattern.compile("\"userId\"\\s*:\\s*\"([^\"]+)\"");
    private static final String JSON = "application/json";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final RSAKey key;
    private final AtomicInteger tokens = new AtomicInteger();
    private final Map<String, Integer> scores = new ConcurrentHashMap<>();

    private BenchPlatform(HttpServer server, RSAKey key) {
        this.server = server;
        this.key = key;
    }

    static BenchPlatform start() throws IOException, JOSEException {
        RSAKey key = new RSAKeyGenerator(KEY_BITS).keyID("bench").keyUse(KeyUse.SIGNATURE)
                .algorithm(com.nimbusds.jose.JWSAlgorithm.RS256).generate();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        BenchPlatform platform = new BenchPlatform(server, key);
        String keys = new JWKSet(key.toPublicJWK()).toString();
        server.createContext("/keys", exchange -> answer(exchange, JSON, keys));
        server.createContext("/token", exchange -> {
            platform.tokens.incrementAndGet();
            answer(exchange, JSON, "{\"access_token\":\"bench\",\"token_type\":\"Bearer\",\"expires_in\":3600}");
        });
        server.createContext("/lineitems", exchange -> {
            String score = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Matcher user = USER.matcher(score);
            if (user.find()) {
                platform.scores.merge(user.group(1), 1, Integer::sum);
            }
            answer(exchange, JSON, "{}");
        });
        server.setExecutor(platform.threads);
        server.start();
        return platform;
    }

    private static void answer(HttpExchange exchange, String type, String body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The key that signs launches, its private part included. */
    RSAKey key() {
        return key;
    }

    /** Access tokens given so far. */
    int tokens() {
        return tokens.get();
    }

    /** People of whom a score was received so far. */
    int scores() {
        return scores.size();
    }

    /** Scores that came beside the first of a person. */
    int repeated() {
        return scores.values().stream().mapToInt(count -> count - 1).sum();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
