package fr.pixlti.tool.demo.domain;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The tool as the LMS has registered it. Tests move it to another address and add clients and deployments. */
@Component
@Profile("demo")
public class ToolRegistration {

    private final Map<String, String> clientOfDeployment = new ConcurrentHashMap<>();
    private final URI platform;
    private volatile String toolUrl;

    ToolRegistration(DemoSettings settings) {
        this.platform = settings.url();
        this.toolUrl = settings.toolUrl().toString();
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

    public void moveTool(String url) {
        toolUrl = url;
    }

    public void addDeployment(String deploymentId, String clientId) {
        clientOfDeployment.put(deploymentId, clientId);
    }
}
