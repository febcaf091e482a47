package fr.pixlti.tool.lti.domain;

import java.net.URI;

/** What becomes of what a teacher chose. */
public sealed interface ContentAnswer {

    /** @param jwt the signed deep linking response, to be posted to the return URL by the browser */
    record Response(String returnUrl, String jwt, Platform platform) implements ContentAnswer {

        /** The only origin that the response may be posted to. */
        public String returnOrigin() {
            return Origin.of(URI.create(returnUrl));
        }
    }

    /** The platform's own frame, from which this window was opened, waits for it and posts the response. */
    record InFrame() implements ContentAnswer {}
}
