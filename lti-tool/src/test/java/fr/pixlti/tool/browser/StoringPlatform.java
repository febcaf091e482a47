package fr.pixlti.tool.browser;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/**
 * The demo LMS as a platform that keeps things for tools without cookies: its pages answer {@code lti.capabilities},
 * {@code lti.put_data} and {@code lti.get_data} (1EdTech LTI Client Side postMessages 0.1, LTI PostMessage Storage 0.1),
 * and its logins and launches carry {@code lti_storage_target}. It stands before the LMS at an address of 127.0.0.1, which
 * is the platform's origin, and at one of 127.0.0.2, another site, as a school's Canvas is.
 */
final class StoringPlatform implements AutoCloseable {

    /** Who keeps things, and how well. */
    enum Kind {
        /** The page around the tool. */
        PARENT,
        /** A frame beside the tool, of another origin than the page around both: Canvas. */
        FRAME,
        /** As PARENT, but it answers that it cannot. */
        FAILING,
        /** As PARENT, but it never answers. */
        SILENT,
        /** As PARENT, but it answers when the tool has given up waiting. */
        LATE,
        /** Frame and page around are not of the registered origin, and answer what they were not asked. */
        FOREIGN
    }

    private static final String KEEPER = """
            const kind = '%s', kept = {}, seen = [];
            window.addEventListener('message', event => {
              const asked = event.data;
              seen.push(asked.subject);
              if (kind === 'SILENT') { return; }
              const reply = more => setTimeout(() => event.source?.postMessage(
                { subject: asked.subject + '.response', message_id: asked.message_id, ...more }, event.origin),
                kind === 'LATE' ? 3000 : 0);
              const frame = kind === 'FRAME' || kind === 'FOREIGN' ? { frame: 'post_message_forwarding' } : {};
              if (asked.subject === 'lti.capabilities') {
                reply({ supported_messages: [{ subject: 'lti.capabilities' }, { subject: 'lti.put_data', ...frame },
                  { subject: 'lti.get_data', ...frame }] });
                if (kind === 'FOREIGN') {
                  ['lti.put_data', 'lti.get_data'].forEach(subject => event.source.postMessage(
                    { subject: subject + '.response', message_id: asked.message_id.replace('capabilities-', ''),
                      value: 'x'.repeat(43) }, event.origin));
                }
              } else if (kind === 'FAILING') {
                reply({ error: { code: 'storage_exhaustion', message: 'full' } });
              } else if (asked.subject === 'lti.put_data') {
                kept[event.origin + ' ' + asked.key] = asked.value;
                reply({ key: asked.key, value: asked.value });
              } else if (asked.subject === 'lti.get_data') {
                reply({ key: asked.key, value: kept[event.origin + ' ' + asked.key] });
              } else {
                reply({ error: { code: 'unsupported_subject', message: '' } });
              }
            });""";

    private final HttpServer platform = serve("127.0.0.1");
    private final HttpServer school = serve("127.0.0.2");
    private final HttpClient lms = HttpClient.newHttpClient();
    private volatile Kind kind = Kind.PARENT;
    private volatile String lmsOrigin = "";

    /** The registered origin: that of the authentication address. */
    String origin() {
        return "http://127.0.0.1:" + platform.getAddress().getPort();
    }

    String schoolOrigin() {
        return "http://127.0.0.2:" + school.getAddress().getPort();
    }

    /** Opens what the LMS has at an address in the course's page around it. @return the tool's frame */
    Frame open(Page page, Kind as, int lmsPort, String path) {
        kind = as;
        lmsOrigin = "http://127.0.0.1:" + lmsPort;
        page.navigate((ofSchool() ? schoolOrigin() : origin()) + "/storing/course?" + path);
        return page.querySelector("#tool").contentFrame();
    }

    /** Subjects that the keeper of the page's things was asked for. */
    static String asked(Page page) {
        Frame keeper = page.frames().stream().filter(frame -> frame.url().endsWith("/storing/keeper")).findFirst()
                .orElse(page.mainFrame());
        return String.valueOf(keeper.evaluate("() => seen.join(' ')"));
    }

    private boolean ofSchool() {
        return kind == Kind.FRAME || kind == Kind.FOREIGN;
    }

    private String storageTarget() {
        return ofSchool() ? "post_message_forwarding" : "_parent";
    }

    private HttpServer serve(String address) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(address, 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/storing/keeper", exchange -> html(exchange, page("Keeper", "")));
            server.createContext("/storing/course", exchange -> html(exchange, page("Course", course(exchange))));
            server.createContext("/demo/", this::pass);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String page(String title, String body) {
        return "<!DOCTYPE html><html lang='fr'><head><title>" + title
                + "</title><link rel='icon' href='data:,'><script>"
                + KEEPER.formatted(kind) + "</script></head><body>" + body + "</body></html>";
    }

    private String course(HttpExchange exchange) {
        String keeper = ofSchool()
                ? "<iframe name='post_message_forwarding' src='" + (kind == Kind.FRAME ? origin() : schoolOrigin())
                        + "/storing/keeper'></iframe>"
                : "";
        return keeper + "<iframe id='tool' width='900' height='900' src='" + origin() + "/demo"
                + exchange.getRequestURI().getRawQuery() + "'></iframe>";
    }

    /** A page of the LMS; its forms say where things are kept. */
    private void pass(HttpExchange exchange) throws IOException {
        try {
            HttpResponse<String> page = lms.send(
                    HttpRequest.newBuilder(URI.create(lmsOrigin + exchange.getRequestURI()))
                            .header("Accept-Language", exchange.getRequestHeaders().getFirst("Accept-Language"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            exchange.getResponseHeaders().set("Content-Type", page.headers().firstValue("Content-Type").orElseThrow());
            send(exchange, page.statusCode(), page.body().replace("<button",
                    "<input type=\"hidden\" name=\"lti_storage_target\" value=\"" + storageTarget() + "\"><button"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void html(HttpExchange exchange, String page) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        send(exchange, 200, page);
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        platform.stop(0);
        school.stop(0);
    }
}
