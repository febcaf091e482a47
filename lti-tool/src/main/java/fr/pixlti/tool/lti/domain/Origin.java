package fr.pixlti.tool.lti.domain;

import java.net.URI;
import java.util.Locale;

/** Web origins as browsers write them (RFC 6454 §6.2): scheme, host and a port only where it is not the usual one. */
final class Origin {

    private Origin() {}

    /** The origin of an absolute http or https address. */
    static String of(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        int port = uri.getPort();
        boolean usual = port < 0 || port == ("https".equals(scheme) ? 443 : 80);
        return scheme + "://" + host + (usual ? "" : ":" + port);
    }

    /** Whether the text is an http or https address of that origin, without user information. */
    static boolean owns(String origin, String address) {
        try {
            URI uri = URI.create(address);
            return uri.getScheme() != null && uri.getHost() != null && uri.getRawUserInfo() == null
                    && of(uri).equals(origin);
        } catch (IllegalArgumentException e) {
            // No address at all: nobody's.
            return false;
        }
    }
}
