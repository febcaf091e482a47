package fr.pixlti.tool.lti.wire;

import fr.pixlti.tool.lti.domain.Platform;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls to a platform's services with an access token (LTI security framework §4). */
@Component
class PlatformCalls {

    private static final int LONGEST = 256 * 1024;
    /** One page may hold a whole course: Moodle gives everything at once. */
    private static final int LONGEST_PAGE = 8 * 1024 * 1024;
    private static final int MOST_PAGES = 200;

    private final GuardedHttpClient http;
    private final PlatformTokens tokens;
    private final JsonMapper json = new JsonMapper();

    PlatformCalls(GuardedHttpClient http, PlatformTokens tokens) {
        this.http = http;
        this.tokens = tokens;
    }

    /** Sends with a token, and once more with a fresh one when the platform no longer takes the first. */
    HttpAnswer send(Platform platform, String scope, HttpCall call) throws IOException {
        return send(platform, scope, call, LONGEST);
    }

    /** @param most bytes of the answer at most */
    HttpAnswer send(Platform platform, String scope, HttpCall call, int most) throws IOException {
        String token = tokens.get(platform, scope);
        HttpAnswer answer = send(platform, call, token, most);
        if (answer.status() != 401) {
            return answer;
        }
        tokens.drop(platform, scope, token);
        return send(platform, call, tokens.get(platform, scope), most);
    }

    private HttpAnswer send(Platform platform, HttpCall call, String token, int most) throws IOException {
        Map<String, String> headers = HashMap.newHashMap(call.headers().size() + 1);
        headers.putAll(call.headers());
        headers.put("Authorization", "Bearer " + token);
        return http.send(new HttpCall(call.method(), call.uri(), headers, call.body()),
                platform.allowPrivateAddresses(), most);
    }

    /**
     * Reads a container through all its pages (RFC 8288, {@code rel="next"}), asking for no limit: Moodle breaks when
     * asked, and others give pages all the same.
     *
     * @return its elements; all or nothing
     * @throws PageRefused when a page is answered with anything but 2xx
     * @throws IOException when a page cannot be had or read
     */
    List<JsonNode> pages(Platform platform, String scope, URI first, String accept) throws IOException {
        List<JsonNode> elements = new ArrayList<>();
        Set<URI> seen = new HashSet<>();
        URI page = first;
        while (page != null) {
            if (!seen.add(page) || seen.size() > MOST_PAGES) {
                throw new IOException("The pages of a container do not end");
            }
            HttpAnswer answer = send(platform, scope, HttpCall.get(page, Map.of("Accept", accept)), LONGEST_PAGE);
            if (!answer.successful()) {
                throw new PageRefused(answer);
            }
            try {
                json.readTree(answer.body()).forEach(elements::add);
            } catch (JacksonException e) {
                throw new IOException("A page is no JSON", e);
            }
            page = next(page, answer.headers().apply("Link"));
        }
        return elements;
    }

    /** The next page, which must be where the first is: the token goes along. */
    private static @Nullable URI next(URI page, @Nullable String links) throws IOException {
        try {
            URI next = new PageLinks(page, links).to("next").orElse(null);
            if (next == null) {
                return null;
            }
            if (!page.getScheme().equals(next.getScheme()) || !page.getRawAuthority().equals(next.getRawAuthority())) {
                throw new IOException("The next page is on another site");
            }
            return next;
        } catch (IllegalArgumentException e) {
            throw new IOException("The next page has no address", e);
        }
    }

    /** A page was answered, but not given. */
    static final class PageRefused extends IOException {

        private final transient HttpAnswer answer;

        PageRefused(HttpAnswer answer) {
            super("A page was answered with " + answer.status());
            this.answer = answer;
        }

        HttpAnswer answer() {
            return answer;
        }
    }
}
