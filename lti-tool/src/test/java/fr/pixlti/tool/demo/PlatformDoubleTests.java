package fr.pixlti.tool.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pixlti.tool.testing.Endpoint;
import fr.pixlti.tool.testing.Fault;
import fr.pixlti.tool.testing.PlatformDouble;
import fr.pixlti.tool.testing.ReceivedScore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The double fails when told to, and remembers. */
class PlatformDoubleTests {

    private static PlatformDouble lms;
    private PretendTool tool;
    private String token;

    @BeforeAll
    static void start() {
        lms = PlatformDouble.start();
    }

    @AfterAll
    static void stop() {
        lms.close();
    }

    @BeforeEach
    void pretend() throws IOException {
        lms.reset();
        tool = new PretendTool(lms);
        token = tool.token(PretendTool.SCORE);
    }

    @AfterEach
    void end() {
        tool.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 500, 503})
    void it_answers_a_status_as_often_as_ordered(int status) {
        lms.fail(Endpoint.SCORES, 2, Fault.status(status));

        assertThat(send("4").statusCode()).isEqualTo(status);
        assertThat(send("4").statusCode()).isEqualTo(status);
        assertThat(taken("4")).isFalse();
        assertThat(send("4").statusCode()).isEqualTo(200);
        assertThat(lms.scores()).extracting(ReceivedScore::status).containsExactly(status, status, 200);
        assertThat(lms.count(Endpoint.SCORES)).isEqualTo(3);
    }

    @Test
    void too_many_requests_says_when_to_come_back() {
        lms.fail(Endpoint.SCORES, 1, Fault.tooMany(Duration.ofSeconds(7)));
        HttpResponse<String> answer = send("4");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("7");
    }

    @Test
    void it_drops_the_connection() {
        lms.fail(Endpoint.SCORES, 1, new Fault.Dropped());

        assertThatThrownBy(() -> send("4")).isInstanceOf(UncheckedIOException.class);
        assertThat(taken("4")).isFalse();
    }

    @Test
    void it_loses_the_answer_but_keeps_the_grade() {
        lms.fail(Endpoint.SCORES, 1, new Fault.AnswerLost());

        assertThatThrownBy(() -> send("4")).isInstanceOf(UncheckedIOException.class);
        assertThat(taken("4")).isTrue();
    }

    @Test
    void it_falls_silent_and_then_hangs_up() {
        lms.fail(Endpoint.SCORES, 1, new Fault.Silence(Duration.ofMillis(200)));

        assertThatThrownBy(() -> send("4")).isInstanceOf(UncheckedIOException.class);
        assertThat(taken("4")).isFalse();
    }

    @Test
    void faults_that_did_not_happen_can_be_called_off() {
        lms.fail(Endpoint.SCORES, 5, Fault.status(500));
        lms.fail(Endpoint.TOKEN, 5, Fault.status(500));
        lms.heal();

        assertThat(send("4").statusCode()).isEqualTo(200);
        assertThat(tool.askToken(tool.assertion(), PretendTool.SCORE).statusCode()).isEqualTo(200);
    }

    @Test
    void it_remembers_requests_until_told_to_forget() {
        send("4");
        assertThat(lms.received().getLast().headers()).containsEntry("authorization", "Bearer " + token)
                .containsEntry("content-type", "application/vnd.ims.lis.v1.score+json");
        assertThat(lms.count(Endpoint.TOKEN)).isEqualTo(1);
        assertThat(lms.received().getFirst().body()).contains("grant_type=client_credentials", "client_assertion=ey");

        lms.forgetReceived();
        assertThat(lms.received()).isEmpty();
    }

    @Test
    void pupils_can_be_added() {
        String id = lms.addPupil().id();

        assertThat(send(id).statusCode()).isEqualTo(200);
    }

    private boolean taken(String userId) {
        return lms.grade(lms.activity("competence:1.1"), lms.pupil(Integer.parseInt(userId) - 4)).isPresent();
    }

    private HttpResponse<String> send(String userId) {
        return PretendTool.call("POST", lms.url() + "/lti/services/2/lineitems/1/lineitem/scores?type_id=1", token, "",
                "application/vnd.ims.lis.v1.score+json",
                """
                        {"userId":"%s","timestamp":"2026-11-02T10:00:00Z","scoreGiven":21,"scoreMaximum":56,
                         "gradingProgress":"FullyGraded","activityProgress":"Completed"}""".formatted(userId));
    }
}
