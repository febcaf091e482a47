package fr.pixlti.tool.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A teacher who came from the platform, at one connection that is kept alive. */
final class TeacherVisit implements AutoCloseable {

    private static final int FOUND = 302;
    private static final int SEE_OTHER = 303;
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String toolUrl;
    private final String cookie;
    private final String prefix;
    private final String campaign;

    private TeacherVisit(LoadSettings settings) throws IOException, InterruptedException {
        toolUrl = settings.toolUrl();
        Arrivals arrivals = new Arrivals(settings);
        Arrivals.Arrival arrival = arrivals.next();
        HttpResponse<String> login = send(HttpRequest.newBuilder(URI.create(toolUrl + arrivals.login(arrival))), FOUND);
        HttpRequest.Builder launch = HttpRequest.newBuilder(URI.create(toolUrl + "/lti/launch"))
                .header("Cookie", Screens.cookie(login.headers().firstValue("Set-Cookie").orElseThrow()))
                .header("Content-Type", Arrivals.formType()).header("Origin", settings.platformUrl())
                .header("Sec-Fetch-Dest", "iframe").POST(HttpRequest.BodyPublishers.ofString(arrivals
                        .launchForm(arrival, login.headers().firstValue("Location").orElseThrow(), "Instructor")));
        HttpResponse<String> launched = send(launch, SEE_OTHER);
        cookie = Screens.sessionCookie(launched.headers().allValues("Set-Cookie"));
        String path = URI.create(toolUrl).resolve(launched.headers().firstValue("Location").orElseThrow()).getPath();
        prefix = path.substring(0, path.indexOf("/campaigns/"));
        campaign = path.substring(prefix.length() + "/campaigns/".length(), path.lastIndexOf('/'));
    }

    /** Launches an activity of a course that nobody opened before. */
    static TeacherVisit open(LoadSettings settings) throws IOException, InterruptedException {
        return new TeacherVisit(settings);
    }

    /** Id of the activity's campaign. */
    String campaign() {
        return campaign;
    }

    /** Looks at a page as browsers do. @return milliseconds */
    double look(String path) throws IOException, InterruptedException {
        long began = System.nanoTime();
        send(HttpRequest.newBuilder(URI.create(toolUrl + prefix + path)).header("Cookie", cookie)
                .header("Accept", "text/html").header("Accept-Language", "fr").header("Accept-Encoding", "gzip"), OK);
        return (System.nanoTime() - began) / 1e6;
    }

    private HttpResponse<String> send(HttpRequest.Builder request, int expected)
            throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != expected) {
            throw new IllegalStateException(response.uri() + " answers " + response.statusCode());
        }
        return response;
    }

    @Override
    public void close() {
        client.close();
    }
}
