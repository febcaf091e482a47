package fr.pixlti.tool.demo.domain;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The tool as the LMS has registered it: from the settings, and as often as it registered by itself. Tests move it to
 * another address and add clients and deployments.
 */
@Component
@Profile("demo")
public class ToolRegistration {

    private static final int CLIENT_BYTES = 8;

    private final Map<String, String> clientOfDeployment = new ConcurrentHashMap<>();
    private final List<RegisteredTool> registered = new ArrayList<>();
    private final SecureRandom random = new SecureRandom();
    private final URI platform;
    private final LmsFile file;
    private final Clock clock;
    private volatile String toolUrl;

    ToolRegistration(DemoSettings settings, LmsFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
        this.platform = settings.url();
        this.toolUrl = settings.toolUrl().toString();
        file.tools().forEach(this::keep);
        settings.deploymentIds().forEach(id -> clientOfDeployment.put(id, settings.clientId()));
    }

    /** The {@code iss} of id_tokens and the base of every address of the LMS. */
    public String issuer() {
        return platform.toString();
    }

    /** Scheme, host and port under which browsers must visit the LMS. */
    public URI platformOrigin() {
        return platform.resolve("/");
    }

    public String toolUrl() {
        return toolUrl;
    }

    public String loginUrl() {
        return toolUrl + "/lti/login";
    }

    /** The only registered {@code redirect_uri}, and the target of every link. */
    public String launchUrl() {
        return toolUrl + "/lti/launch";
    }

    public String keySetUrl() {
        return toolUrl + "/.well-known/jwks.json";
    }

    public String tokenUrl() {
        return issuer() + "/lti/token";
    }

    public Optional<String> client(String deploymentId) {
        return Optional.ofNullable(clientOfDeployment.get(deploymentId));
    }

    public boolean knowsClient(String clientId) {
        return clientOfDeployment.containsValue(clientId);
    }

    /** Keeps a tool that registered by itself, as a new client with a deployment of its own. */
    public synchronized RegisteredTool register(String name) {
        int number = clientOfDeployment.keySet().stream().filter(id -> id.matches("[0-9]{1,9}"))
                .mapToInt(Integer::parseInt).max().orElse(0) + 1;
        byte[] client = new byte[CLIENT_BYTES];
        random.nextBytes(client);
        RegisteredTool tool = new RegisteredTool(HexFormat.of().formatHex(client), String.valueOf(number), name,
                clock.instant());
        keep(tool);
        file.write(registered);
        return tool;
    }

    private void keep(RegisteredTool tool) {
        registered.add(tool);
        clientOfDeployment.put(tool.deploymentId(), tool.clientId());
    }

    /** Forgets the tools that registered by themselves. */
    public synchronized void reset() {
        registered.forEach(tool -> clientOfDeployment.remove(tool.deploymentId()));
        registered.clear();
        file.write(registered);
    }

    /** The tools that registered by themselves, the first one first. */
    public synchronized List<RegisteredTool> registered() {
        return List.copyOf(registered);
    }

    public void moveTool(String url) {
        toolUrl = url;
    }

    public void addDeployment(String deploymentId, String clientId) {
        clientOfDeployment.put(deploymentId, clientId);
    }
}
