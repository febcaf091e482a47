package fr.pixlti.tool.lti;

import static fr.pixlti.tool.lti.TestPlatform.CLAIM;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Submission review: a teacher opens one person's work from the platform's gradebook. */
class ReviewTests extends LtiRoomTest {

    @Autowired
    LtiApi lti;

    @BeforeEach
    void forgetReviews() {
        activities.reviewed.clear();
    }

    private UUID openLink(String link) {
        Login login = login();
        Map<String, Object> claims = TestPlatform.claims(login.nonce(), "Learner");
        claims.put(CLAIM + "resource_link", Map.of("id", link, "title", "Un lien"));
        assertOpened(launch(login, TestPlatform.sign(claims)), "/~test/opened/1.1/LEARNER");
        return activities.openings.getLast().linkId();
    }

    private Map<String, Object> claims(Login login, String link, String role, String user) {
        Map<String, Object> claims = TestPlatform.claims(login.nonce(), role);
        claims.put(CLAIM + "message_type", "LtiSubmissionReviewRequest");
        claims.put(CLAIM + "resource_link", Map.of("id", link, "title", "Un lien"));
        claims.put(CLAIM + "for_user", Map.of("user_id", user));
        claims.put(TestPlatform.AGS, Map.of("scope", List.of(), "lineitem", "https://moodle.example/lineitems/99"));
        return claims;
    }

    private HttpResponse<String> review(String link, String role, String user) {
        Login login = login();
        return launch(login, TestPlatform.sign(claims(login, link, role, user)));
    }

    @Test
    void a_teacher_is_led_to_the_persons_work_and_the_link_keeps_its_column() {
        UUID link = openLink("review-1");

        assertOpened(review("review-1", "Instructor", "12"), "/~test/reviewed/1.1");

        assertThat(activities.reviewed).singleElement().satisfies(reviewing -> {
            assertThat(reviewing.linkId()).isEqualTo(link);
            assertThat(reviewing.target()).isEqualTo(new Target("competence", "1.1"));
            assertThat(reviewing.teacher()).isNotEqualTo(reviewing.person());
        });
        assertThat(lti.link(link).orElseThrow().lineItemUrl())
                .isEqualTo("https://moodle.example/lineitems/5/lineitem?type_id=1");
    }

    @Test
    void nobody_else_reviews() {
        openLink("review-2");
        admission.reset();
        activities.openings.clear();
        for (String role : List.of("Learner", "Mentor")) {
            assertRefused(review("review-2", role, "12"), 401, "teachers-only");
        }
        assertThat(activities.reviewed).isEmpty();
    }

    @Test
    void somebody_unknown_and_a_link_never_opened_have_no_work() {
        openLink("review-3");
        for (HttpResponse<String> nothing : List.of(review("review-3", "Instructor", "stranger"),
                review("review-never", "Instructor", "12"))) {
            assertOpened(nothing, "/~test/lti/no-work");
        }
        assertThat(activities.reviewed).isEmpty();
        HttpResponse<String> page = get("/lti/no-work", Map.of());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Rien à voir pour le moment").doesNotContain("??");
    }

    @Test
    void a_review_says_of_whom() {
        for (String missing : List.of(CLAIM + "for_user", CLAIM + "resource_link")) {
            Login login = login();
            Map<String, Object> claims = claims(login, "review-4", "Instructor", "12");
            claims.remove(missing);
            assertRefused(launch(login, TestPlatform.sign(claims)), 400, "claim-missing");
        }
        Login login = login();
        Map<String, Object> claims = claims(login, "review-4", "Instructor", "12");
        claims.put(CLAIM + "for_user", Map.of());
        assertRefused(launch(login, TestPlatform.sign(claims)), 400, "claim-missing");
    }
}
