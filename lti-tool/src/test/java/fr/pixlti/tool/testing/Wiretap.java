package fr.pixlti.tool.testing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Notes what reaches the double's endpoints before it is answered, and fails in the way a test ordered. */
@NullMarked
final class Wiretap extends OncePerRequestFilter {

    private static final String DROP = "double.drop";

    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private final Map<Endpoint, Deque<Fault>> faults = new EnumMap<>(Endpoint.class);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Clock clock;

    Wiretap(Clock clock) {
        this.clock = clock;
    }

    /** Only Tomcat itself can close a connection under a request. */
    static final class Scissors extends ValveBase {

        Scissors() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            Runnable drop = () -> response.getCoyoteResponse().action(ActionCode.CLOSE_NOW,
                    new IOException("Dropped by the double"));
            request.setAttribute(DROP, drop);
            getNext().invoke(request, response);
        }
    }

    void fail(Endpoint endpoint, int times, Fault fault) {
        synchronized (faults) {
            faults.computeIfAbsent(endpoint, key -> new ArrayDeque<>()).addAll(Collections.nCopies(times, fault));
        }
    }

    void heal() {
        synchronized (faults) {
            faults.clear();
        }
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    void forget() {
        received.clear();
    }

    void close() {
        closed.countDown();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Endpoint endpoint = Endpoint.of(request.getRequestURI());
        boolean form = endpoint == Endpoint.TOKEN || request.getRequestURI().endsWith("/content/return");
        byte[] body = form ? new byte[0] : request.getInputStream().readAllBytes();
        Fault fault = next(endpoint);
        ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
        int status = switch (fault) {
            case null -> serve(request, held, chain, body, form);
            case Fault.SlowAnswer _ -> serve(request, held, chain, body, form);
            case Fault.Status(int code, String retryAfter) -> {
                response.setStatus(code);
                if (retryAfter != null) {
                    response.setHeader("Retry-After", retryAfter);
                }
                yield code;
            }
            case Fault.Silence(var patience) -> {
                await(patience.toMillis());
                yield drop(request);
            }
            case Fault.Dropped() -> drop(request);
            case Fault.AnswerLost() -> {
                serve(request, held, chain, body, form);
                yield drop(request);
            }
        };
        note(request, endpoint, form ? form(request) : new String(body, StandardCharsets.UTF_8), status);
        if (fault instanceof Fault.SlowAnswer(var after)) {
            await(after.toMillis());
        }
        if (fault == null || fault instanceof Fault.SlowAnswer) {
            held.copyBodyToResponse();
        }
    }

    private static int serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain, byte[] body,
            boolean form) throws ServletException, IOException {
        chain.doFilter(form ? request : new Replayed(request, body), response);
        return response.getStatus();
    }

    private static int drop(HttpServletRequest request) {
        ((Runnable) request.getAttribute(DROP)).run();
        return 0;
    }

    private static String form(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue()[0], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private void await(long millis) {
        try {
            closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Fault next(Endpoint endpoint) {
        synchronized (faults) {
            Deque<Fault> ordered = faults.get(endpoint);
            return ordered == null ? null : ordered.poll();
        }
    }

    private void note(HttpServletRequest request, Endpoint endpoint, String body, int status) {
        Map<String, String> headers = new LinkedHashMap<>();
        Collections.list(request.getHeaderNames())
                .forEach(name -> headers.put(name.toLowerCase(Locale.ROOT), String.valueOf(request.getHeader(name))));
        String query = request.getQueryString();
        received.add(new Received(clock.instant(), endpoint, request.getMethod(),
                request.getRequestURI() + (query == null ? "" : "?" + query), Map.copyOf(headers), body, status));
    }

    /** A request whose body was read already. */
    private static final class Replayed extends HttpServletRequestWrapper {

        private final byte[] body;

        Replayed(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {

                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }
}
