package fr.pixlti.tool.bench;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitBlockOnFail;
import static io.gatling.javaapi.core.CoreDsl.pace;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.flushCookieJar;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The load, phase after phase: launches by 1, 16 and 32 browsers; answers by 30 pupils without a pause, by 30 and by 200
 * who think. Gatling runs it in a process of its own.
 */
public final class Load extends Simulation {

    /** Until the virtual machine has nothing left to compile: fewer, and every figure is half its compiler's. */
    private static final int WARM_UP_LAUNCHES = 24_000;
    private static final int WARM_UP_USERS = 16;
    private static final Duration LAUNCHING = Duration.ofSeconds(12);
    private static final int WARM_UP_PUPILS = 1_300;
    private static final int PUPILS_WITHOUT_PAUSE = 900;
    private static final int PUPILS_WITH_PAUSE = 400;
    private static final Duration ANSWERING = Duration.ofSeconds(20);
    private static final Duration BETWEEN_ANSWERS = Duration.ofSeconds(5);
    private static final Duration CALM = Duration.ofSeconds(50);
    private static final Duration CROWD = Duration.ofSeconds(20);

    private static final String ARRIVAL = "arrival";
    private static final String SINCE = "since";
    private static final String LOGIN_NANOS = "loginNanos";
    private static final String COOKIE = "cookie";
    private static final String FORM = "form";
    private static final String PATH = "path";
    private static final String PAGE = "page";
    private static final String PUPIL = "pupil";
    private static final String KIND = "kind";

    private final LoadSettings settings = LoadSettings.read();
    private final RunningProcess tool = new RunningProcess(settings.toolPid());
    private final RunningProcess database = new RunningProcess(settings.databasePid());
    private final Arrivals arrivals = new Arrivals(settings);
    private final Answers answers = Answers.read();
    private final LinkedBlockingQueue<Pupil> pupils = new LinkedBlockingQueue<>();
    private final AtomicInteger entered = new AtomicInteger();
    private final LongAdder failures = new LongAdder();
    private final LongAdder testsOver = new LongAdder();
    private final List<Figures> measured = new ArrayList<>();

    /** Phases begin when the one before has ended. */
    public Load() {
        List<PopulationBuilder> phases = new ArrayList<>();
        phases.add(users("warm-up of launches", WARM_UP_USERS,
                repeat(WARM_UP_LAUNCHES / WARM_UP_USERS).on(launch(new Figures("warm-up")))));
        for (int users : new int[]{1, 16, 32}) {
            measure(phases, new Figures("launch-" + users), figures -> users("launches by " + users, users,
                    during(LAUNCHING, "launching", false).on(launch(figures))));
        }
        phases.add(users("pupils enter", WARM_UP_USERS, asLongAs(session -> entered
                .incrementAndGet() <= WARM_UP_PUPILS + PUPILS_WITHOUT_PAUSE + PUPILS_WITH_PAUSE).on(enter())));
        phases.add(users("warm-up of answers", WARM_UP_USERS, answering(new Figures("warm-up of answers"),
                session -> pupils.size() > PUPILS_WITHOUT_PAUSE + PUPILS_WITH_PAUSE)));
        measure(phases, new Figures("answer-30"), figures -> users("answers without a pause", 30, answering(figures,
                session -> pupils.size() > PUPILS_WITH_PAUSE && figures.age().compareTo(ANSWERING) < 0)));
        measure(phases, new Figures("answer-30-paced"), figures -> paced("30 pupils who think", 30, CALM, figures));
        measure(phases, new Figures("answer-200-paced"),
                figures -> paced("200 pupils who think", 200, CROWD, figures));

        PopulationBuilder chain = phases.getLast();
        for (PopulationBuilder phase : phases.reversed().subList(1, phases.size())) {
            chain = phase.andThen(chain);
        }
        setUp(chain).protocols(browser());
    }

    @Override
    public void after() {
        Properties results = new Properties();
        measured.forEach(figures -> figures.write(results));
        results.setProperty("failures", Long.toString(failures.sum()));
        results.setProperty("tests-over", Long.toString(testsOver.sum()));
        try (Writer writer = Files.newBufferedWriter(settings.results())) {
            results.store(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpProtocolBuilder browser() {
        return http.baseUrl(settings.toolUrl()).disableFollowRedirect().disableCaching()
                .acceptHeader("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .acceptLanguageHeader("fr,fr-FR;q=0.8,en;q=0.5").acceptEncodingHeader("gzip, deflate, br")
                .userAgentHeader("Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0");
    }

    private interface Phase {

        PopulationBuilder of(Figures figures);
    }

    private void measure(List<PopulationBuilder> phases, Figures figures, Phase phase) {
        measured.add(figures);
        PopulationBuilder load = phase.of(figures);
        phases.add(users("begin " + measured.size(), 1, exec(session -> {
            figures.begin(tool, database);
            return session;
        })));
        phases.add(load);
        phases.add(users("end " + measured.size(), 1, exec(session -> {
            figures.end(tool, database);
            return session;
        })));
    }

    private static PopulationBuilder users(String name, int users, ChainBuilder chain) {
        return scenario(name).exec(chain).injectOpen(atOnceUsers(users));
    }

    private PopulationBuilder paced(String name, int users, Duration time, Figures figures) {
        return scenario(name)
                .exec(during(time, "pacing", false).on(pace(BETWEEN_ANSWERS), takeSeat(),
                        asLongAs(session -> seated(session) && !pupil(session).questioned()).on(goOn(figures)),
                        goOn(figures)))
                .injectOpen(rampUsers(users).during(BETWEEN_ANSWERS));
    }

    /** Goes on with tests as long as pupils are left. */
    private ChainBuilder answering(Figures figures, java.util.function.Function<Session, Boolean> left) {
        return exec(takeSeat(), asLongAs(session -> seated(session)).on(goOn(figures),
                doIf(session -> left.apply(session)).then(takeSeat())));
    }

    /** A browser that never came before opens the activity. */
    private ChainBuilder launch(Figures figures) {
        return counted(arrive(figures));
    }

    /** The same, and the test begins; the pupil is told how tests work first, and passes it by. */
    private ChainBuilder enter() {
        return counted(exec(arrive(new Figures("entry")), exec(session -> session
                .set(PATH, Screens.action(text(session, PAGE)))
                .set(FORM, "_csrf=" + Screens.csrf(text(session, PAGE)))),
                http("begin").post(session -> text(session, PATH)).header("Cookie", session -> text(session, COOKIE))
                        .header("Content-Type", Arrivals.formType()).body(StringBody(session -> text(session, FORM)))
                        .check(status().is(302), header("Location").saveAs(PATH)),
                exec(session -> session
                        .set(FORM,
                                text(session, FORM) + "&continue=" + Screens.parameter(text(session, PATH), "continue"))
                        .set(PATH, text(session, PATH).replaceFirst("\\?.*", ""))),
                http("introduction").post(session -> text(session, PATH))
                        .header("Cookie", session -> text(session, COOKIE))
                        .header("Content-Type", Arrivals.formType()).body(StringBody(session -> text(session, FORM)))
                        .check(status().is(302), header("Location").saveAs(PATH)),
                http("first question").get(session -> text(session, PATH))
                        .header("Cookie", session -> text(session, COOKIE))
                        .check(status().is(200), bodyString().saveAs(PAGE)),
                exec(session -> {
                    pupils.add(new Pupil(text(session, COOKIE), text(session, PAGE)));
                    return session;
                })));
    }

    private ChainBuilder arrive(Figures figures) {
        return exec(exec(flushCookieJar()),
                exec(session -> session.set(ARRIVAL, arrivals.next()).set(SINCE, System.nanoTime())),
                http("login").get(session -> arrivals.login(arrival(session))).check(status().is(302),
                        header("Location").saveAs(PATH), header("Set-Cookie").saveAs(COOKIE)),
                exec(session -> {
                    // Signing is the platform's work: its time is none of the tool's.
                    long login = System.nanoTime() - session.getLong(SINCE);
                    return session.set(LOGIN_NANOS, login)
                            .set(FORM, arrivals.launchForm(arrival(session), text(session, PATH)))
                            .set(COOKIE, Screens.cookie(text(session, COOKIE))).set(SINCE, System.nanoTime());
                }),
                http("launch").post("/lti/launch").header("Cookie", session -> text(session, COOKIE))
                        .header("Content-Type", Arrivals.formType()).header("Origin", settings.platformUrl())
                        .header("Sec-Fetch-Dest", "iframe").body(StringBody(session -> text(session, FORM)))
                        .check(status().is(303), header("Location").saveAs(PATH),
                                header("Set-Cookie").findAll().saveAs(COOKIE)),
                exec(session -> session.set(COOKIE, Screens.sessionCookie(session.getList(COOKIE)))),
                http("page").get(session -> text(session, PATH)).header("Cookie", session -> text(session, COOKIE))
                        .header("Sec-Fetch-Dest", "iframe").check(status().is(200), bodyString().saveAs(PAGE)),
                exec(session -> {
                    figures.unit(System.nanoTime() - session.getLong(SINCE) + session.getLong(LOGIN_NANOS));
                    return session;
                }));
    }

    /** Gives a user without a test under way one that was begun. */
    private ChainBuilder takeSeat() {
        return exec(session -> {
            if (seated(session)) {
                return session;
            }
            Pupil next = pupils.poll();
            return next == null ? session.remove(PUPIL) : session.set(PUPIL, next);
        });
    }

    /** Sends what is on the screen: an answer, or what stands between two questions. */
    private ChainBuilder goOn(Figures figures) {
        return doIf(session -> seated(session)).then(counted(exec(exec(session -> {
            Pupil pupil = pupil(session);
            return session.set(KIND, pupil.kind()).set(PATH, pupil.path()).set(FORM, pupil.form(answers)).set(SINCE,
                    System.nanoTime());
        }), http("#{" + KIND + "}").post(session -> text(session, PATH))
                .header("Cookie", session -> pupil(session).cookie()).header("Content-Type", Arrivals.formType())
                .header("HX-Request", "true").header("HX-Target", "main")
                .body(StringBody(session -> text(session, FORM)))
                .check(status().in(200, 204), bodyString().saveAs(PAGE)), exec(session -> {
                    long nanos = System.nanoTime() - session.getLong(SINCE);
                    if ("answer".equals(text(session, KIND))) {
                        figures.unit(nanos);
                    } else {
                        figures.other();
                    }
                    Pupil pupil = pupil(session);
                    pupil.see(text(session, PAGE));
                    if (pupil.over()) {
                        testsOver.increment();
                    }
                    return session;
                }))));
    }

    /** What fails is counted, and its pupil leaves. */
    private ChainBuilder counted(ChainBuilder chain) {
        return exec(exitBlockOnFail().on(chain), exec(session -> {
            if (session.isFailed()) {
                failures.increment();
                return session.remove(PUPIL).markAsSucceeded();
            }
            return session;
        }));
    }

    private static boolean seated(Session session) {
        return session.contains(PUPIL) && !pupil(session).over();
    }

    private static Pupil pupil(Session session) {
        return value(session.get(PUPIL));
    }

    private static Arrivals.Arrival arrival(Session session) {
        return value(session.get(ARRIVAL));
    }

    private static String text(Session session, String name) {
        return value(session.getString(name));
    }

    private static <T> T value(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("Not in the session");
        }
        return value;
    }
}
