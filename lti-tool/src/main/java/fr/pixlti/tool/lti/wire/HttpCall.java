package fr.pixlti.tool.lti.wire;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request to a platform. @param body absent for a GET */
record HttpCall(String method, URI uri, Map<String, String> headers, byte @Nullable [] body) {

    static HttpCall get(URI uri, Map<String, String> headers) {
        return new HttpCall("GET", uri, headers, null);
    }

    static HttpCall post(URI uri, Map<String, String> headers, byte[] body) {
        return new HttpCall("POST", uri, headers, body);
    }
}
