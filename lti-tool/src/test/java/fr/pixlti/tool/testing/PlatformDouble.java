package fr.pixlti.tool.testing;

import com.nimbusds.jose.jwk.RSAKey;
import fr.pixlti.tool.demo.domain.Activity;
import fr.pixlti.tool.demo.domain.Choices;
import fr.pixlti.tool.demo.domain.Course;
import fr.pixlti.tool.demo.domain.Grade;
import fr.pixlti.tool.demo.domain.Gradebook;
import fr.pixlti.tool.demo.domain.LineItem;
import fr.pixlti.tool.demo.domain.LmsFile;
import fr.pixlti.tool.demo.domain.Person;
import fr.pixlti.tool.demo.domain.ToolRegistration;
import fr.pixlti.tool.demo.wire.AccessTokens;
import fr.pixlti.tool.demo.wire.IdTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The platform of the tests: the demo LMS, as strict as Moodle, alone on a port of 127.0.0.1 of its own, with memory of
 * what reached it and the power to fail on demand. It needs no database and forgets everything when closed.
 *
 * <pre>{@code
 * try (PlatformDouble lms = PlatformDouble.start()) {
 *     // start the tool with the properties lms.toolProperties(), then:
 *     lms.toolAt("http://localhost:" + port);
 *     Browser browser = Browser.framed();
 *     Reply page = lms.launch(browser, lms.pupil(0), lms.activity("competence:1.1")).open();
 *     lms.fail(Endpoint.SCORES, 2, Fault.status(503));
 *     // answer to the end, wait for the score, then:
 *     assertThat(lms.scores()).hasSize(3);
 *     assertThat(lms.grade(lms.activity("competence:1.1"), lms.pupil(0))).isPresent();
 * }
 * }</pre>
 */
@NullMarked
public final class PlatformDouble implements AutoCloseable {

    /** Client id of the tool, unless a test adds others. */
    public static final String CLIENT_ID = "pixlti-test";
    /** Deployment the course uses. */
    public static final String DEPLOYMENT_ID = "1";
    private static final int TRIES = 5;

    private final ConfigurableApplicationContext context;
    private final Wiretap wiretap;
    private final MovableClock clock;
    private final String url;
    private final AtomicInteger lastId = new AtomicInteger(1000);

    private PlatformDouble(ConfigurableApplicationContext context, String url) {
        this.context = context;
        this.url = url;
        this.wiretap = context.getBean(Wiretap.class);
        this.clock = context.getBean(MovableClock.class);
    }

    /** Starts a double; {@code settings} are further properties, for example {@code demo.data-file=…}. */
    public static PlatformDouble start(String... settings) {
        for (int attempt = 1;; attempt++) {
            int port = DoubleSettings.freePort();
            String url = "http://127.0.0.1:" + port + "/demo";
            try {
                return new PlatformDouble(new SpringApplicationBuilder(DoubleParts.class).profiles("demo")
                        .web(WebApplicationType.SERVLET).bannerMode(org.springframework.boot.Banner.Mode.OFF)
                        .logStartupInfo(false).registerShutdownHook(false).run(DoubleSettings.of(port, url, settings)),
                        url);
            } catch (org.springframework.boot.web.server.PortInUseException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** Says where the tool is; until then its keys cannot be fetched and launches lead nowhere. */
    public PlatformDouble toolAt(String toolUrl) {
        bean(ToolRegistration.class).moveTool(toolUrl);
        return this;
    }

    /** The issuer, and the base of every address: {@code http://127.0.0.1:<port>/demo}. */
    public String url() {
        return url;
    }

    public String authUrl() {
        return url + "/lti/auth";
    }

    public String tokenUrl() {
        return url + "/lti/token";
    }

    public String keySetUrl() {
        return url + "/lti/certs";
    }

    /** Properties {@code name=value} that register this platform with a tool. */
    public String[] toolProperties() {
        String prefix = "pixlti.lti.platforms[0].";
        return new String[]{prefix + "name=Double", prefix + "issuer=" + url, prefix + "client-id=" + CLIENT_ID,
            prefix + "deployment-ids[0]=" + DEPLOYMENT_ID, prefix + "authentication-request-url=" + authUrl(),
            prefix + "access-token-url=" + tokenUrl(), prefix + "key-set-url=" + keySetUrl(),
            prefix + "allow-private-addresses=true"};
    }

    /** Registers the tool once more: another deployment, of the same client or of another. */
    public PlatformDouble addDeployment(String deploymentId, String clientId) {
        bean(ToolRegistration.class).addDeployment(deploymentId, clientId);
        return this;
    }

    public Person teacher() {
        return bean(Course.class).people().stream().filter(Person::teacher).findFirst().orElseThrow();
    }

    /** @param index 0 to 2 for those who are there from the start */
    public Person pupil(int index) {
        return bean(Course.class).pupils().get(index);
    }

    /** Enrols one more pupil. */
    public Person addPupil() {
        String id = String.valueOf(lastId.incrementAndGet());
        Person pupil = new Person(id, "eleve" + id, "Élève", id, "", false);
        bean(Course.class).enrol(pupil);
        return pupil;
    }

    /** The activity whose link says this target. */
    public Activity activity(String target) {
        return bean(Course.class).activities().stream()
                .filter(activity -> target.equals(activity.custom().get("pixlti_target"))).findFirst().orElseThrow();
    }

    /** The activity whose link says nothing, for the teacher to set up. */
    public Activity unsetActivity() {
        return bean(Course.class).activities().stream().filter(activity -> activity.custom().isEmpty()).findFirst()
                .orElseThrow();
    }

    /** Adds an activity with its gradebook column. */
    public Activity addActivity(String title, Map<String, String> custom, String deploymentId) {
        String id = String.valueOf(lastId.incrementAndGet());
        Activity activity = new Activity(id, "9" + id, title, "", custom, deploymentId);
        bean(Gradebook.class).add(activity);
        return activity;
    }

    /** A launch, to be altered or opened as it is. */
    public Launch launch(Browser browser, Person person, Activity activity) {
        return new Launch(browser, startUrl(person, activity), key());
    }

    /** A deep linking request: the teacher adds an activity in the tool's dialogue. */
    public Launch content(Browser browser, Person teacher) {
        String choice = bean(Choices.class).begin(teacher, bean(Course.class).deploymentId()).key();
        return new Launch(browser, url + "/as/" + teacher.id() + "/add/" + choice + "/start", key());
    }

    /**
     * Goes on from the page that took the tool's response, and saves.
     *
     * @return the activities that are in the course because of it
     */
    public List<Activity> saveContent(Browser browser, Reply returned) {
        List<Activity> before = bean(Course.class).activities();
        Matcher next = Pattern.compile("data-go-now[^>]* href=\"([^\"]*)\"").matcher(returned.body());
        if (!next.find()) {
            throw new AssertionError("No way on from " + returned.body());
        }
        Reply chosen = browser.newWindow().get(returned.uri().resolve(next.group(1)).toString());
        if (chosen.body().contains("<form")) {
            browser.newWindow().submit(chosen.form());
        }
        List<Activity> after = new ArrayList<>(bean(Course.class).activities());
        after.removeAll(before);
        return after;
    }

    /** A submission review request: the teacher opens a pupil's work from the activity's own column. */
    public Launch review(Browser browser, Person teacher, Activity activity, Person pupil) {
        String column = bean(Gradebook.class).columnsOf(activity.id()).getFirst().id();
        return new Launch(browser, url + "/as/" + teacher.id() + "/review/" + column + "/" + pupil.id() + "/start",
                key());
    }

    /** Address of the page of the LMS that begins a launch, for a real browser. */
    public String startUrl(Person person, Activity activity) {
        return url + "/as/" + person.id() + "/activity/" + activity.id() + "/start";
    }

    /** Signs claims with the platform's key. */
    public String sign(Map<String, Object> claims) {
        return bean(IdTokens.class).sign(claims);
    }

    /** The platform's key, private part included. */
    public RSAKey key() {
        return bean(LmsFile.class).key();
    }

    /** What the gradebook shows for a person in the column of an activity. */
    public Optional<Grade> grade(Activity activity, Person person) {
        Gradebook gradebook = bean(Gradebook.class);
        return gradebook.columnsOf(activity.id()).stream().findFirst()
                .flatMap(column -> gradebook.grade(column.id(), person.id()));
    }

    /** The columns of an activity, its own first. */
    public List<LineItem> columns(Activity activity) {
        return bean(Gradebook.class).columnsOf(activity.id());
    }

    /** Adds a column as a copied course brings it along. */
    public LineItem addColumn(Activity activity, String label, double maximum, String resourceId, String tag) {
        return bean(Gradebook.class).add(label, maximum, resourceId, tag, activity.id(), activity.deploymentId());
    }

    public Optional<Grade> grade(LineItem column, Person person) {
        return bean(Gradebook.class).grade(column.id(), person.id());
    }

    /** A teacher writes a grade of their own into the gradebook. */
    public void override(LineItem column, Person person, double value) {
        bean(Gradebook.class).override(column, person.id(), value);
    }

    /** Fails the next requests to an endpoint, in the order faults were ordered. */
    public void fail(Endpoint endpoint, int times, Fault fault) {
        wiretap.fail(endpoint, times, fault);
    }

    /** Forgets the faults that were ordered and have not happened. */
    public void heal() {
        wiretap.heal();
    }

    /** Makes every access token void. */
    public void revokeTokens() {
        bean(AccessTokens.class).revokeAll();
    }

    /** Every request so far, in the order they were answered. */
    public List<Received> received() {
        return wiretap.received();
    }

    public long count(Endpoint endpoint) {
        return wiretap.received().stream().filter(request -> request.endpoint() == endpoint).count();
    }

    /** Every score posted so far, whatever was answered. */
    public List<ReceivedScore> scores() {
        return wiretap.received().stream().filter(request -> request.endpoint() == Endpoint.SCORES)
                .map(ReceivedScore::of).toList();
    }

    /** Forgets the requests so far. */
    public void forgetReceived() {
        wiretap.forget();
    }

    /** Forgets what tests added, sent and ordered: people, activities, grades, tokens, requests, faults, time. */
    public void reset() {
        bean(Course.class).reset();
        bean(Gradebook.class).reset();
        bean(ToolRegistration.class).reset();
        bean(AccessTokens.class).revokeAll();
        wiretap.heal();
        wiretap.forget();
        clock.reset();
    }

    /** The platform's time: what id_tokens are dated with and assertions are checked against. */
    public MovableClock clock() {
        return clock;
    }

    @Override
    public void close() {
        wiretap.close();
        context.close();
    }

    private <T> T bean(Class<T> type) {
        return context.getBean(type);
    }
}
