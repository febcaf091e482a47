package fr.pixlti.tool.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * A browser without a screen: remembers cookies as Chromium does with third-party cookies blocked, knows which page led
 * to which, sends {@code Origin} and {@code Sec-Fetch-*}. Sites are host names, so {@code localhost} and
 * {@code 127.0.0.1} are two. Not for use by several threads at once; {@link #sameBrowser} gives another tab.
 */
@NullMarked
public final class Browser {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_REDIRECTS = 10;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE).build();

    private final CookieJar jar;
    private final @Nullable String frameOf;
    private @Nullable URI page;
    private String language = "fr";

    private Browser(CookieJar jar, @Nullable String frameOf) {
        this.jar = jar;
        this.frameOf = frameOf;
    }

    /** A window of its own. */
    public static Browser window() {
        return new Browser(new CookieJar(), null);
    }

    /** A frame in a page of 127.0.0.1, where the double lives. */
    public static Browser framed() {
        return new Browser(new CookieJar(), "127.0.0.1");
    }

    /** Another tab, or another frame, of the same browser: the same cookies. */
    public Browser sameBrowser() {
        return new Browser(jar, frameOf);
    }

    /** A window opened by a button in a frame: the same browser, no longer framed. */
    public Browser newWindow() {
        Browser window = new Browser(jar, null);
        window.page = page;
        return window;
    }

    /** The {@code Accept-Language} it sends, {@code fr} at first. */
    public Browser speaking(String languageTag) {
        this.language = languageTag;
        return this;
    }

    /** Goes to an address, following redirects. */
    public Reply get(String url) {
        return follow(navigate("GET", URI.create(url), null));
    }

    /** Submits a form by POST, following redirects. */
    public Reply submit(Reply.Form form) {
        return follow(submitOnly(form));
    }

    /** Goes to an address without following redirects. */
    public Reply getOnly(String url) {
        return navigate("GET", URI.create(url), null);
    }

    /** Posts fields and a file as a form with {@code multipart/form-data} does, without following redirects. */
    public Reply upload(URI to, List<Map.Entry<String, String>> fields, String field, String fileName, byte[] file) {
        String boundary = "----PixBoundary7MA4YWxk";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach(each -> body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                + each.getKey() + "\"\r\n\r\n" + each.getValue() + "\r\n").getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                + fileName + "\"\r\nContent-Type: text/csv\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return navigate("POST", to, "multipart/form-data; boundary=" + boundary,
                HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
    }

    /** Submits a form by POST without following redirects. */
    public Reply submitOnly(Reply.Form form) {
        return navigate("POST", form.action(), encode(form.fields()));
    }

    /** Posts fields, of which several may share a name, without following redirects. */
    public Reply postOnly(URI to, List<Map.Entry<String, String>> fields) {
        return navigate("POST", to, encode(fields));
    }

    /** Posts fields as htmx does: by script, which takes a part of a page in and leaves the window where it is. */
    public Reply htmx(URI to, List<Map.Entry<String, String>> fields) {
        HttpRequest.Builder request = request(to, false).header("HX-Request", "true").header("HX-Target", "main")
                .header("Content-Type", FORM).header("Origin", to.getScheme() + "://" + to.getAuthority());
        Reply reply = send(request.POST(HttpRequest.BodyPublishers.ofString(encode(fields))).build());
        jar.keep(to, topSite(to), reply.headers().allValues("Set-Cookie"));
        return reply;
    }

    public Reply follow(Reply reply) {
        Reply latest = reply;
        for (int i = 0; latest.redirect().isPresent(); i++) {
            if (i == MOST_REDIRECTS) {
                throw new AssertionError("Too many redirects, the last to " + latest.redirect().get());
            }
            latest = navigate("GET", latest.redirect().get(), null);
        }
        return latest;
    }

    /** Names of the cookies it holds. */
    public List<String> cookieNames() {
        return jar.names();
    }

    /** The value of a cookie that it holds, whatever the site; empty when there is none of that name. */
    public String cookie(String name) {
        return jar.value(name);
    }

    private Reply navigate(String method, URI to, @Nullable String form) {
        return form == null
                ? navigate(method, to, null, HttpRequest.BodyPublishers.noBody())
                : navigate(method, to, FORM, HttpRequest.BodyPublishers.ofString(form));
    }

    private Reply navigate(String method, URI to, @Nullable String type, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request = request(to, type == null);
        request.header("Sec-Fetch-Mode", "navigate").header("Sec-Fetch-Dest", frameOf == null ? "document" : "iframe");
        if (type != null) {
            request.header("Content-Type", type);
            if (page != null) {
                request.header("Origin", page.getScheme() + "://" + page.getAuthority());
            }
        }
        Reply reply = send(request.method(method, body).build());
        jar.keep(to, topSite(to), reply.headers().allValues("Set-Cookie"));
        if (reply.redirect().isEmpty()) {
            page = to;
        }
        return reply;
    }

    private HttpRequest.Builder request(URI to, boolean get) {
        String initiator = page == null ? null : page.getHost();
        HttpRequest.Builder request = HttpRequest.newBuilder(to).timeout(PATIENCE)
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8").header("Accept-Language", language)
                .header("Sec-Fetch-Site",
                        initiator == null ? "none" : initiator.equals(to.getHost()) ? "same-origin" : "cross-site");
        String cookies = jar.send(to, topSite(to), initiator, get);
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        return request;
    }

    private String topSite(URI to) {
        return frameOf == null ? to.getHost() : frameOf;
    }

    private static Reply send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.uri(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri().getPath(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(Map<String, String> fields) {
        return encode(List.copyOf(fields.entrySet()));
    }

    private static String encode(List<Map.Entry<String, String>> fields) {
        return fields.stream().map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }
}
