package fr.pixlti.tool.lti.domain;

import java.util.List;
import org.springframework.stereotype.Component;

/** Makes the response to a deep linking request, ready to be posted by a page of ours. */
@Component
class WriteResponse {

    private final Registrations registrations;
    private final SignContent signContent;

    WriteResponse(Registrations registrations, SignContent signContent) {
        this.registrations = registrations;
        this.signContent = signContent;
    }

    ContentAnswer.Response handle(Dialogue dialogue, List<ContentItem> items) {
        Platform platform = registrations.byId(dialogue.platformId()).orElseThrow();
        return new ContentAnswer.Response(dialogue.settings().returnUrl(),
                signContent.handle(platform, dialogue, items), platform);
    }
}
