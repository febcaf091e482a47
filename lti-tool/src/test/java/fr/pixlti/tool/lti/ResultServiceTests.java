package fr.pixlti.tool.lti;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import fr.pixlti.tool.lti.LtiApi.HeldResult;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Results read back from a platform's gradebook. */
class ResultServiceTests extends PlatformServiceTest {

    @Test
    void a_result_is_read_back() {
        SERVER.stubFor(WireMock.get(urlEqualTo("/items/5/lineitem/results?type_id=1&user_id=1%262"))
                .withHeader("Accept", equalTo("application/vnd.ims.lis.v2.resultcontainer+json"))
                .withHeader("Authorization", equalTo("Bearer token-1")).withHeader("Content-Type", absent())
                .willReturn(ok("[{\"userId\":\"1&2\",\"resultScore\":42.86,\"resultMaximum\":100}]")));
        String lineItem = SERVER.baseUrl() + "/items/5/lineitem?type_id=1";
        assertThat(lti.readResult(moodle(), lineItem, "1&2"))
                .contains(new HeldResult(new BigDecimal("42.86"), new BigDecimal("100")));
        SERVER.verify(postRequestedFor(urlEqualTo("/token")).withRequestBody(containing("result.readonly")));
        assertThat(lti.readResult(UUID.randomUUID(), lineItem, "1&2")).isEmpty();
    }

    @Test
    void a_result_that_is_not_there_is_empty() {
        String lineItem = SERVER.baseUrl() + "/items/6";
        String[] bodies = {"[]", "[{\"userId\":\"13\",\"resultScore\":5}]", "[{\"userId\":\"12\"}]", "<html>", "{}"};
        for (String body : bodies) {
            SERVER.stubFor(WireMock.get(urlEqualTo("/items/6/results?user_id=12")).willReturn(ok(body)));
            assertThat(lti.readResult(moodle(), lineItem, "12")).as(body).isEmpty();
        }
        SERVER.stubFor(WireMock.get(urlEqualTo("/items/6/results?user_id=12")).willReturn(aResponse().withStatus(404)));
        assertThat(lti.readResult(moodle(), lineItem, "12")).isEmpty();
        SERVER.stubFor(WireMock.get(urlEqualTo("/items/6/results?user_id=12")).inScenario("late")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(401)).willSetStateTo("fresh"));
        SERVER.stubFor(
                WireMock.get(urlEqualTo("/items/6/results?user_id=12")).inScenario("late").whenScenarioStateIs("fresh")
                        .willReturn(ok("[{\"userId\":\"12\",\"resultScore\":0.5}]")));
        assertThat(lti.readResult(moodle(), lineItem, "12"))
                .contains(new HeldResult(new BigDecimal("0.5"), BigDecimal.ONE));
        SERVER.verify(8, getRequestedFor(urlEqualTo("/items/6/results?user_id=12")));
    }
}
