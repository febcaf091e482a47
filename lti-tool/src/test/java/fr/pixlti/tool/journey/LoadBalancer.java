package fr.pixlti.tool.journey;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;

import com.github.tomakehurst.wiremock.WireMockServer;

/** Stands before two nodes and gives each request to the other one than the last; it knows no sessions. */
final class LoadBalancer implements AutoCloseable {

    private static final String TURN = "whose turn";
    private static final String OF_B = "of B";

    private final WireMockServer server;

    private LoadBalancer(WireMockServer server) {
        this.server = server;
    }

    /** On a port of its own, before nodes that start later. */
    static LoadBalancer start() {
        WireMockServer server = new WireMockServer(
                options().dynamicPort().bindAddress("127.0.0.1").preserveHostHeader(true).gzipDisabled(true));
        server.start();
        return new LoadBalancer(server);
    }

    String url() {
        return "http://localhost:" + server.port();
    }

    void between(String a, String b) {
        server.stubFor(any(anyUrl()).inScenario(TURN).whenScenarioStateIs(STARTED).willSetStateTo(OF_B)
                .willReturn(aResponse().proxiedFrom(a)));
        server.stubFor(any(anyUrl()).inScenario(TURN).whenScenarioStateIs(OF_B).willSetStateTo(STARTED)
                .willReturn(aResponse().proxiedFrom(b)));
    }

    /** Gives the next request to the first node, and from there on in turns. */
    void beginWithFirst() {
        server.resetScenarios();
    }

    @Override
    public void close() {
        server.stop();
    }
}
