package fr.pixlti.tool.lti.wire;

import fr.pixlti.tool.lti.domain.NoticeHandlers;
import fr.pixlti.tool.lti.domain.Platform;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Platform Notification Service 1.0: handlers. Canvas takes one for each type, on the tool's own domain. */
@Component
class PnsHandlers implements NoticeHandlers.Service {

    private static final String SCOPE = "https://purl.imsglobal.org/spec/lti/scope/noticehandlers";
    private static final String TYPE = "application/json";
    private static final Logger LOG = LoggerFactory.getLogger(PnsHandlers.class);

    private final PlatformCalls calls;
    private final JsonMapper json = new JsonMapper();

    PnsHandlers(PlatformCalls calls) {
        this.calls = calls;
    }

    @Override
    public boolean register(Platform platform, String serviceUrl, String type, URI handler) {
        byte[] body = json.writeValueAsBytes(Map.of("notice_type", type, "handler", handler.toString()));
        try {
            HttpAnswer answer = calls.send(platform, SCOPE, new HttpCall("PUT", URI.create(serviceUrl),
                    Map.of("Content-Type", TYPE, "Accept", TYPE), body));
            if (answer.successful()) {
                return true;
            }
            LOG.info("Platform {} answered {} to a handler for {}", platform.id(), answer.status(), type);
        } catch (IOException | IllegalArgumentException e) {
            LOG.info("Platform {} takes no handler for {} now: {}", platform.id(), type,
                    e.getClass().getSimpleName());
        }
        return false;
    }
}
