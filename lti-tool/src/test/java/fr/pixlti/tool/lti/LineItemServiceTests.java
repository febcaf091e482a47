package fr.pixlti.tool.lti;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import fr.pixlti.tool.lti.LtiApi.HeldResult;
import fr.pixlti.tool.lti.LtiApi.LineItems;
import fr.pixlti.tool.lti.LtiApi.Link;
import fr.pixlti.tool.lti.ServiceOutcome.Done;
import fr.pixlti.tool.lti.ServiceOutcome.Later;
import fr.pixlti.tool.lti.ServiceOutcome.Never;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns and results over HTTP, with a platform as strict as Moodle and pages as others give them. */
class LineItemServiceTests extends PlatformServiceTest {

    private static final String ITEM = "application/vnd.ims.lis.v2.lineitem+json";
    private static final String CONTAINER = "application/vnd.ims.lis.v2.lineitemcontainer+json";
    private static final String ALL = "/3/lineitems?type_id=1&resource_link_id=rl%261";

    private Link link(boolean writable) {
        return new Link(UUID.randomUUID(), moodle(), UUID.randomUUID(), "rl&1", null, null, null, true,
                Columns.COMPETENCES, new LineItems(SERVER.baseUrl() + "/3/lineitems?type_id=1", writable),
                Locale.FRENCH);
    }

    private static LineItem wanted(String url) {
        return new LineItem(url, "1.1 – niveau", BigDecimal.valueOf(7), "competence:1.1", "competence-1.1", "rl&1");
    }

    private static String item(String url, String tag, String link) {
        return "{\"id\":\"" + url + "\",\"label\":\"x\",\"scoreMaximum\":7,\"tag\":\"" + tag
                + "\",\"resourceLinkId\":\"" + link + "\"}";
    }

    private static void items(String path, ResponseDefinitionBuilder answer) {
        SERVER.stubFor(WireMock.get(urlEqualTo(path)).withHeader("Accept", equalTo(CONTAINER)).willReturn(answer));
    }

    @Test
    void columns_are_found_by_link_and_tag_the_oldest_first_whatever_the_platform_filters() {
        items(ALL + "&tag=t-1", ok("[" + item("u/12", "t-1", "rl&1") + "," + item("u/9", "t-1", "rl&1") + ","
                + item("u/1", "t-2", "rl&1") + "," + item("u/2", "t-1", "rl-2") + ",{\"label\":\"no address\"}]"));
        assertThat(lti.lineItems(link(true), "t-1")).isInstanceOfSatisfying(Done.class,
                done -> assertThat((List<?>) done.value()).extracting(item -> ((LineItem) item).url())
                        .containsExactly("u/9", "u/12"));
        SERVER.verify(postRequestedFor(urlEqualTo("/token")).withRequestBody(containing("lti-ags%2Fscope%2Flineitem")));
    }

    @Test
    void to_look_only_the_right_to_look_is_asked_for() {
        items(ALL, ok("[]"));
        assertThat(lti.lineItems(link(false), null)).isEqualTo(new Done<>(List.of()));
        SERVER.verify(postRequestedFor(urlEqualTo("/token")).withRequestBody(containing("lineitem.readonly")));
    }

    @Test
    void every_page_is_read_but_none_of_another_site() {
        items(ALL, ok("[" + item("u/1", "", "rl&1") + "]").withHeader("Link",
                "<" + SERVER.url(ALL) + ">; rel=\"first\", <" + SERVER.url("/page/2") + ">; rel=\"next\""));
        items("/page/2", ok("[" + item("u/2", "", "rl&1") + "]"));
        assertThat(lti.lineItems(link(true), null)).isInstanceOfSatisfying(Done.class,
                done -> assertThat((List<?>) done.value()).hasSize(2));

        items("/page/2", ok("[]").withHeader("Link", "<https://elsewhere.example/page/3>; rel=\"next\""));
        assertThat(lti.lineItems(link(true), null)).isInstanceOf(Later.class);
        items("/page/2", ok("[]").withHeader("Link", "<" + SERVER.url(ALL) + ">; rel=next"));
        assertThat(lti.lineItems(link(true), null)).as("pages in a circle").isInstanceOf(Later.class);
        items("/page/2", aResponse().withStatus(503));
        assertThat(lti.lineItems(link(true), null)).as("all or nothing")
                .isEqualTo(new Later<>("platform-down", "HTTP 503", null, true));
    }

    @Test
    void a_column_is_made_as_moodle_wants_it() {
        SERVER.stubFor(WireMock.post(urlEqualTo("/3/lineitems?type_id=1"))
                .willReturn(aResponse().withStatus(201).withBody("{\"id\":\"" + SERVER.url("/3/5?type_id=1") + "\"}")));
        assertThat(lti.createLineItem(link(true), wanted("")))
                .isEqualTo(new Done<>(wanted(SERVER.url("/3/5?type_id=1"))));
        SERVER.verify(1,
                postRequestedFor(urlEqualTo("/3/lineitems?type_id=1")).withHeader("Content-Type", equalTo(ITEM))
                        .withHeader("Accept", equalTo(ITEM)).withRequestBody(equalToJson("""
                                {"label": "1.1 – niveau", "scoreMaximum": 7, "resourceId": "competence:1.1",
                                 "tag": "competence-1.1", "resourceLinkId": "rl&1"}""")));
    }

    @Test
    void a_change_repeats_what_the_tool_does_not_know() {
        SERVER.stubFor(WireMock.get(urlEqualTo("/3/5?type_id=1")).withHeader("Accept", equalTo(ITEM)).willReturn(ok(
                "{\"id\":\"5\",\"label\":\"old\",\"scoreMaximum\":8,\"tag\":\"t\",\"endDateTime\":\"2027-01-01T00:00:00Z\"}")));
        SERVER.stubFor(WireMock.put(urlEqualTo("/3/5?type_id=1")).willReturn(ok()));
        LineItem column = wanted(SERVER.url("/3/5?type_id=1"));
        assertThat(lti.replaceLineItem(link(true), column)).isEqualTo(new Done<>(column));
        SERVER.verify(1, putRequestedFor(urlEqualTo("/3/5?type_id=1")).withHeader("Content-Type", equalTo(ITEM))
                .withRequestBody(equalToJson(
                        """
                                {"id": "5", "label": "1.1 – niveau", "scoreMaximum": 7, "resourceId": "competence:1.1",
                                 "tag": "competence-1.1", "resourceLinkId": "rl&1", "endDateTime": "2027-01-01T00:00:00Z"}""")));
    }

    @ParameterizedTest
    @CsvSource({"429, rate-limited, false", "401, unauthorized, false", "503, platform-down, true",
        "500, http-500, true", "408, timeout, true"})
    void what_may_have_been_done_is_told_from_what_was_not(int status, String reason, boolean perhapsDone) {
        SERVER.stubFor(WireMock.post(urlEqualTo("/3/lineitems?type_id=1")).willReturn(aResponse().withStatus(status)
                .withHeader("Retry-After", "7")));
        assertThat(lti.createLineItem(link(true), wanted(""))).isEqualTo(
                new Later<>(reason, "HTTP " + status, Duration.ofSeconds(7), perhapsDone));
    }

    @Test
    void a_refusal_a_lost_answer_and_an_answer_without_an_address_are_no_columns() {
        SERVER.stubFor(WireMock.post(urlEqualTo("/3/lineitems?type_id=1")).willReturn(aResponse().withStatus(403)));
        assertThat(lti.createLineItem(link(true), wanted(""))).isEqualTo(new Never<>("refused", "HTTP 403"));
        SERVER.stubFor(WireMock.post(urlEqualTo("/3/lineitems?type_id=1"))
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThat(lti.createLineItem(link(true), wanted(""))).isInstanceOfSatisfying(Later.class,
                later -> assertThat(later.perhapsDone()).isTrue());
        for (String body : List.of("{}", "<html>")) {
            SERVER.stubFor(WireMock.post(urlEqualTo("/3/lineitems?type_id=1"))
                    .willReturn(aResponse().withStatus(201).withBody(body)));
            assertThat(lti.createLineItem(link(true), wanted(""))).isInstanceOfSatisfying(Later.class,
                    later -> assertThat(later.perhapsDone()).isTrue());
        }
        SERVER.stubFor(WireMock.post(urlEqualTo("/token")).willReturn(aResponse().withStatus(400)));
        clock.advance(Duration.ofHours(2));
        assertThat(lti.createLineItem(link(true), wanted(""))).isInstanceOfSatisfying(Later.class,
                later -> assertThat(later.perhapsDone()).isFalse());
    }

    @Test
    void all_results_of_a_column_are_read_through_their_pages() {
        String results = "/3/5/results?type_id=1";
        SERVER.stubFor(WireMock.get(urlEqualTo(results)).willReturn(ok("""
                [{"userId":"4","resultScore":15,"resultMaximum":20},{"userId":"5"}]""").withHeader("Link",
                "<" + SERVER.url("/3/more") + ">; rel=\"next\"")));
        SERVER.stubFor(WireMock.get(urlEqualTo("/3/more")).willReturn(ok("""
                [{"userId":"6","resultScore":0.5}]""")));
        assertThat(lti.readResults(moodle(), SERVER.url("/3/5?type_id=1"))).isEqualTo(new Done<>(
                Map.of("4", new HeldResult(BigDecimal.valueOf(15), BigDecimal.valueOf(20)), "6",
                        new HeldResult(new BigDecimal("0.5"), BigDecimal.ONE))));
        SERVER.verify(getRequestedFor(urlEqualTo(results)).withHeader("Accept",
                equalTo("application/vnd.ims.lis.v2.resultcontainer+json")));
        assertThat(lti.readResults(UUID.randomUUID(), "x")).isEqualTo(new Never<>("platform-unknown", null));
        assertThat(lti.readResults(moodle(), "no address")).isEqualTo(new Never<>("line-item-address", null));
    }
}
