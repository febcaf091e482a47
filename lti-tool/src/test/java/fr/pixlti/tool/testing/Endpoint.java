package fr.pixlti.tool.testing;

import org.jspecify.annotations.NullMarked;

/** The platform's endpoints, by the end of their path; {@code OTHER} is any address it does not have. */
@NullMarked
public enum Endpoint {
    AUTH("/auth"), CERTS("/certs"), TOKEN("/token"), LINE_ITEMS("/lineitems"), LINE_ITEM("/lineitem"), SCORES(
            "/scores"), RESULTS("/results"), MEMBERSHIPS(
                    "/memberships"), REGISTRATION("/registration"), OTHER("");

    private final String end;

    Endpoint(String end) {
        this.end = end;
    }

    static Endpoint of(String path) {
        for (Endpoint endpoint : values()) {
            if (path.endsWith(endpoint.end)) {
                return endpoint;
            }
        }
        return OTHER;
    }
}
