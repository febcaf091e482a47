package fr.pixlti.tool.testing;

import java.net.HttpCookie;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Cookies as Chromium keeps them in 2026: by host whatever the port; {@code SameSite} obeyed, {@code Lax} when it is not
 * said; in a frame of another site only {@code Partitioned} ones; {@code Secure} accepted on this machine without https,
 * the prefixes {@code __Host-} and {@code __Secure-} not.
 */
@NullMarked
final class CookieJar {

    private record Kept(String host, @Nullable String partition, String name, String value, String path,
            String sameSite) {}

    private final List<Kept> cookies = new ArrayList<>();

    /** @param topSite host of the address bar */
    synchronized void keep(URI from, String topSite, List<String> headers) {
        for (String header : headers) {
            keep(from, topSite, header);
        }
    }

    /**
     * The header {@code Cookie} for a navigation.
     *
     * @param initiator host of the page that leads there, absent when a person typed the address
     */
    synchronized String send(URI to, String topSite, @Nullable String initiator, boolean get) {
        boolean crossSite = initiator != null && !initiator.equals(to.getHost());
        boolean thirdParty = !topSite.equals(to.getHost());
        return cookies.stream().filter(cookie -> cookie.host().equals(to.getHost()))
                .filter(cookie -> to.getPath().startsWith(cookie.path()))
                .filter(cookie -> cookie.partition() == null ? !thirdParty : cookie.partition().equals(topSite))
                .filter(cookie -> !crossSite || "none".equals(cookie.sameSite())
                        || get && !thirdParty && "lax".equals(cookie.sameSite()))
                .map(cookie -> cookie.name() + "=" + cookie.value()).collect(Collectors.joining("; "));
    }

    synchronized List<String> names() {
        return cookies.stream().map(Kept::name).toList();
    }

    synchronized String value(String name) {
        return cookies.stream().filter(cookie -> cookie.name().equals(name)).map(Kept::value).findFirst().orElse("");
    }

    private void keep(URI from, String topSite, String header) {
        String[] parts = header.split(";");
        String name = parts[0].substring(0, parts[0].indexOf('=')).strip();
        String value = parts[0].substring(parts[0].indexOf('=') + 1).strip();
        String sameSite = attribute(parts, "samesite");
        boolean none = "none".equals(sameSite);
        boolean secure = attribute(parts, "secure") != null;
        boolean partitioned = attribute(parts, "partitioned") != null;
        boolean thirdParty = !topSite.equals(from.getHost());
        boolean prefixed = name.startsWith("__Host-") || name.startsWith("__Secure-");
        if (none && !secure || partitioned && !secure || thirdParty && !(none && partitioned)
                || prefixed && !"https".equals(from.getScheme())) {
            return;
        }
        String path = attribute(parts, "path");
        Kept kept = new Kept(from.getHost(), partitioned ? topSite : null, name, value, path == null ? "/" : path,
                sameSite == null ? "lax" : sameSite);
        cookies.removeIf(old -> old.host().equals(kept.host()) && old.name().equals(name)
                && old.path().equals(kept.path()) && String.valueOf(old.partition()).equals(
                        String.valueOf(kept.partition())));
        if (HttpCookie.parse(header.replaceAll("(?i);\\s*(samesite=\\w+|partitioned|priority=\\w+)", "")).getFirst()
                .getMaxAge() != 0) {
            cookies.add(kept);
        }
    }

    private static @Nullable String attribute(String[] parts, String name) {
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].strip().split("=", 2);
            if (pair[0].equalsIgnoreCase(name)) {
                String value = pair.length == 1 ? "" : pair[1].strip();
                return "path".equals(name) ? value : value.toLowerCase(Locale.ROOT);
            }
        }
        return null;
    }
}
