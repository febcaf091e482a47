package fr.pixlti.tool.lti.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.stereotype.Component;

/**
 * The only way out of the tool. Addresses come from operators and platforms, so: https and public addresses only, unless
 * the platform is allowed others; no redirects; an answer may be neither long nor slow.
 */
@Component
public class GuardedHttpClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final int CONNECTIONS = 200;
    private static final int CONNECTIONS_PER_HOST = 20;

    private final Duration wholeCall;
    private final CloseableHttpClient guarded;
    private final CloseableHttpClient open;
    private final ScheduledThreadPoolExecutor deadlines;

    @org.springframework.beans.factory.annotation.Autowired
    GuardedHttpClient() {
        this(Duration.ofSeconds(10));
    }

    /** @param wholeCall longest time for one call, a slowly dripping answer included */
    GuardedHttpClient(Duration wholeCall) {
        this.wholeCall = wholeCall;
        this.guarded = client(new PublicAddresses());
        this.open = client(SystemDefaultDnsResolver.INSTANCE);
        this.deadlines = new ScheduledThreadPoolExecutor(1,
                Thread.ofPlatform().daemon().name("lti-http-deadline").factory());
        this.deadlines.setRemoveOnCancelPolicy(true);
    }

    private static CloseableHttpClient client(DnsResolver resolver) {
        Timeout patience = Timeout.of(PATIENCE);
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create().setDnsResolver(resolver)
                        .setMaxConnTotal(CONNECTIONS).setMaxConnPerRoute(CONNECTIONS_PER_HOST)
                        .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(patience)
                                .setSocketTimeout(patience).setValidateAfterInactivity(TimeValue.ofSeconds(1))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom().setConnectionRequestTimeout(patience)
                        .setResponseTimeout(patience).setRedirectsEnabled(false).build())
                .evictIdleConnections(TimeValue.of(IDLE)).disableRedirectHandling().disableCookieManagement()
                .disableAuthCaching().disableAutomaticRetries().disableContentCompression()
                .setUserAgent("PixLTI/" + version()).build();
    }

    private static String version() {
        String version = GuardedHttpClient.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }

    /**
     * Makes one call. A redirect is an answer like any other.
     *
     * @param allowPrivate whether http and private addresses are acceptable
     * @param most bytes of the answer's body at most
     * @throws IOException when the address is refused, nobody answers in time or the answer is too long
     */
    HttpAnswer send(HttpCall call, boolean allowPrivate, int most) throws IOException {
        HttpUriRequestBase request = request(call, allowPrivate);
        ScheduledFuture<?> deadline = deadlines.schedule(request::cancel, wholeCall.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return (allowPrivate ? open : guarded).execute(request, response -> answer(response, most));
        } catch (IOException e) {
            if (request.isCancelled()) {
                throw new InterruptedIOException("No whole answer within " + wholeCall);
            }
            throw e;
        } finally {
            deadline.cancel(false);
        }
    }

    private static HttpUriRequestBase request(HttpCall call, boolean allowPrivate) throws IOException {
        URI uri = call.uri();
        boolean web = "https".equals(uri.getScheme()) || (allowPrivate && "http".equals(uri.getScheme()));
        if (!web || uri.getHost() == null || uri.getRawUserInfo() != null) {
            throw new NotHttps("Only https addresses may be called");
        }
        HttpUriRequestBase request = new HttpUriRequestBase(call.method(), uri);
        call.headers().forEach(request::setHeader);
        if (call.body() != null) {
            request.setEntity(new ByteArrayEntity(call.body(), null));
        }
        return request;
    }

    private static HttpAnswer answer(ClassicHttpResponse response, int most) throws IOException {
        HttpEntity entity = response.getEntity();
        byte[] body = entity == null ? new byte[0] : read(entity, most);
        return new HttpAnswer(response.getCode(), body, name -> {
            Header[] headers = response.getHeaders(name);
            // Several lines of one name are one list (RFC 9110 §5.3): platforms write each link on a line of its own.
            return headers.length == 0
                    ? null
                    : Arrays.stream(headers).map(Header::getValue).collect(Collectors.joining(", "));
        });
    }

    private static byte[] read(HttpEntity entity, int most) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream body = entity.getContent()) {
            byte[] some = new byte[8192];
            for (int count = body.read(some); count >= 0; count = body.read(some)) {
                if (bytes.size() + count > most) {
                    throw new TooLong("The answer is longer than " + most + " bytes");
                }
                bytes.write(some, 0, count);
            }
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        guarded.close();
        open.close();
    }

    /** The address may not be called at all. */
    static final class NotHttps extends IOException {

        private NotHttps(String message) {
            super(message);
        }
    }

    /** More came than anything that was asked for can be. */
    static final class TooLong extends IOException {

        private TooLong(String message) {
            super(message);
        }
    }
}
