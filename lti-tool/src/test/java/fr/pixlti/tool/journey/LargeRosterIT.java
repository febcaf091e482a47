package fr.pixlti.tool.journey;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.pixlti.tool.demo.domain.Activity;
import fr.pixlti.tool.demo.wire.IdTokens;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.testing.Browser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A course of 5,000 over pages of 50, from the platform's HTTP to the rows of the database, in one run of the job. */
class LargeRosterIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PEOPLE = 5_000;
    private static final int PAGE = 50;
    private static final int FAILING = 40;

    private static RosterOffice office;

    private final String course = UUID.randomUUID().toString();

    @BeforeAll
    static void open() {
        office = RosterOffice.open();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private Visit teacher(Activity activity) {
        Browser browser = Browser.framed();
        return Visit.of(browser, office.lms().launch(browser, office.lms().teacher(), activity).claims(claims -> {
            claims.put(IdTokens.LTI + "context", Map.of("id", course, "title", "Promotion"));
            claims.put(RosterOffice.NRPS, office.claim(course));
            claims.remove(IdTokens.AGS);
        }));
    }

    private static List<String> pupils(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    private static <T> T ask(Function<DSLContext, T> question) {
        return office.tool().bean(Transactions.class)
                .call(() -> question.apply(office.tool().bean(DSLContext.class)));
    }

    /** Everything that a reading could change, but when and how it went. */
    private List<Map<String, Object>> roster() {
        return ask(db -> db.fetch("""
                select i.subject, e.person_id, e.role, e.since, e.left_at, p.given_name, p.family_name, p.full_name,
                  p.email, p.updated_at
                from people_enrolment e join people_course c on c.id = e.course_id
                join people_person p on p.id = e.person_id join people_identity i on i.person_id = p.id
                where c.context_id = ? order by i.subject""", course).intoMaps());
    }

    private List<String> learners() {
        return roster().stream().filter(row -> "LEARNER".equals(row.get("role")) && row.get("left_at") == null)
                .map(row -> String.valueOf(row.get("subject"))).toList();
    }

    private String failure() {
        return ask(db -> String.valueOf(db.fetchSingle("""
                select coalesce(r.failure, 'none') from people_roster r join people_course c on c.id = r.course_id
                where c.context_id = ?""", course).get(0)));
    }

    private boolean isReadOnce() {
        return ask(db -> db.fetchSingle("""
                select count(*) from people_roster r join people_course c on c.id = r.course_id
                where c.context_id = ? and r.read_at is not null and r.failure is null""", course)
                .into(int.class)) == 1;
    }

    /** The course, read once. */
    private Visit stored(List<String> all) {
        office.names(course, all, PAGE);
        Visit teacher = teacher(office.lms().addActivity("Rechercher", Map.of("pixlti_target", "competence:1.1"), "1"));
        await().atMost(PATIENCE).until(this::isReadOnce);
        return teacher;
    }

    private void verifyPages(int pages) {
        office.server().verify(pages, getRequestedFor(urlPathEqualTo(RosterOffice.path(course))));
    }

    @Test
    void everybody_is_stored_in_one_run() {
        List<String> all = pupils("p-" + course + "-", PEOPLE);
        stored(all);
        verifyPages(PEOPLE / PAGE);
        assertThat(learners()).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void a_fortieth_page_that_fails_leaves_the_roster_exactly_as_it_was() {
        List<String> all = pupils("p-" + course + "-", PEOPLE);
        Visit teacher = stored(all);
        List<Map<String, Object>> before = roster();

        // The pages before the one that fails name others: none of them may be taken over, and nobody has left.
        office.names(course, pupils("other-" + course + "-", PEOPLE), PAGE);
        office.failsAt(course, FAILING, 503);
        office.server().resetRequests();
        teacher.reload().submit("/roster");
        await().atMost(PATIENCE).until(() -> failure().equals("unreachable"));
        verifyPages(FAILING);
        assertThat(before).hasSize(PEOPLE + 1);
        assertThat(roster()).isEqualTo(before);

        office.names(course, all.subList(0, PEOPLE - 1), PAGE);
        teacher.reload().submit("/roster");
        await().atMost(PATIENCE).until(this::isReadOnce);
        assertThat(learners()).as("the next run reads everybody again")
                .containsExactlyInAnyOrderElementsOf(all.subList(0, PEOPLE - 1));
    }
}
