package fr.pixlti.tool.demo;

import fr.pixlti.tool.demo.domain.Grade;
import fr.pixlti.tool.testing.PlatformDouble;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the tests of the grade services share: a double, a tool with a token, and short ways to ask. */
abstract class DemoGradeServices {

    static final String CONTAINER = "application/vnd.ims.lis.v2.lineitemcontainer+json";
    static final String LINE_ITEM = "application/vnd.ims.lis.v2.lineitem+json";
    static final String RESULTS = "application/vnd.ims.lis.v2.resultcontainer+json";
    static final String SCORE = "application/vnd.ims.lis.v1.score+json";
    static final String T0 = "2026-11-02T10:00:00Z";

    static PlatformDouble lms;
    PretendTool tool;
    String token;
    String column;

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
        token = tool.token(PretendTool.LINE_ITEM, PretendTool.RESULT_READ, PretendTool.SCORE);
        column = lms.url() + "/lti/services/2/lineitems/1/lineitem";
    }

    @AfterEach
    void end() {
        tool.close();
    }

    HttpResponse<String> post(String score) {
        return PretendTool.call("POST", column + "/scores?type_id=1", token, "", SCORE, score);
    }

    HttpResponse<String> put(String method, String url, String body) {
        return PretendTool.call(method, url, token, "", LINE_ITEM, body);
    }

    HttpResponse<String> get(String url, String accept) {
        return PretendTool.call("GET", url, token, accept, "", "");
    }

    String results(String more) {
        return get(column + "/results?type_id=1" + more, RESULTS).body();
    }

    String items(String more) {
        return lms.url() + "/lti/services/2/lineitems?type_id=1" + more;
    }

    Grade grade() {
        return lms.grade(lms.activity("competence:1.1"), lms.pupil(0)).orElseThrow();
    }

    static String score(String userId, String timestamp, double given, double maximum) {
        return """
                {"userId":"%s","timestamp":"%s","scoreGiven":%s,"scoreMaximum":%s,"gradingProgress":"FullyGraded",
                 "activityProgress":"Completed"}""".formatted(userId, timestamp, given, maximum);
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.builder().build().readTree(answer.body());
    }
}
