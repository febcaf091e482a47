package fr.pixlti.tool.lti;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** What tests of deep linking share: requests of a platform, the dialogue as a browser walks through it, responses. */
abstract class ContentTest extends LtiRoomTest {

    static final String DL = "https://purl.imsglobal.org/spec/lti-dl/claim/";
    static final String SETTINGS = DL + "deep_linking_settings";
    static final String RETURN_URL = "https://moodle.example/mod/lti/contentitem_return.php?course=3&id=1&sesskey=S%22";

    /** The settings as Moodle writes them. */
    static Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("accept_types", List.of("ltiResourceLink"));
        settings.put("accept_presentation_document_targets", List.of("frame", "iframe", "window"));
        settings.put("accept_copy_advice", false);
        settings.put("accept_multiple", true);
        settings.put("accept_unsigned", false);
        settings.put("auto_create", false);
        settings.put("can_confirm", false);
        settings.put("deep_link_return_url", RETURN_URL);
        settings.put("title", "");
        settings.put("text", "");
        return settings;
    }

    static Map<String, Object> settings(String data) {
        Map<String, Object> settings = settings();
        settings.put("data", data);
        return settings;
    }

    static Map<String, Object> claims(String nonce, String role, Map<String, Object> settings) {
        Map<String, Object> claims = TestPlatform.claims(nonce, role);
        claims.put(TestPlatform.CLAIM + "message_type", "LtiDeepLinkingRequest");
        claims.remove(TestPlatform.CLAIM + "resource_link");
        claims.remove(TestPlatform.CLAIM + "custom");
        claims.put(SETTINGS, settings);
        return claims;
    }

    HttpResponse<String> request() {
        return request(settings());
    }

    HttpResponse<String> request(Map<String, Object> settings) {
        Login login = login();
        return launch(login, TestPlatform.sign(claims(login.nonce(), "Instructor", settings)));
    }

    Dialogue open(HttpResponse<String> launched) {
        return dialogue(launched);
    }

    Dialogue dialogue(HttpResponse<String> launched) {
        assertThat(launched.statusCode()).as(launched.body()).isEqualTo(303);
        String location = launched.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith("/~test/lti/content/");
        return new Dialogue(location.substring("/~test/lti/content/".length()),
                String.valueOf(sessionCookie(launched)));
    }

    /** One field of the form of the last page, as it is sent. */
    static String field(String body, String name) {
        Matcher field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(body);
        assertThat(field.find()).as(body).isTrue();
        return HtmlUtils.htmlUnescape(field.group(1));
    }

    static List<Map.Entry<String, String>> item(String targets, String title, String columns) {
        return List.of(Map.entry("targets", targets), Map.entry("title", title), Map.entry("columns", columns));
    }

    /** A verified response. */
    record Answer(String page, String action, JWSHeader header, Map<String, Object> claims) {

        @SuppressWarnings("unchecked")
        List<Map<String, Object>> items() {
            return (List<Map<String, Object>>) java.util.Objects.requireNonNull(claims.get(DL + "content_items"));
        }
    }

    /** What the platform reads of the page that posts to it: signature checked against the tool's published keys. */
    Answer answer(HttpResponse<String> page) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        Matcher form = Pattern.compile("<form[^>]*action=\"([^\"]*)\"").matcher(page.body());
        assertThat(form.find()).isTrue();
        try {
            SignedJWT jwt = SignedJWT.parse(field(page.body(), "JWT"));
            JWKSet keys = JWKSet.parse(get("/.well-known/jwks.json", Map.of()).body());
            assertThat(jwt.verify(new RSASSAVerifier(keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey())))
                    .isTrue();
            return new Answer(page.body(), HtmlUtils.htmlUnescape(form.group(1)), jwt.getHeader(),
                    jwt.getPayload().toJSONObject());
        } catch (java.text.ParseException | com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A dialogue in the browser that opened it. */
    final class Dialogue {

        private final String id;
        private final String cookie;

        Dialogue(String id, String cookie) {
            this.id = id;
            this.cookie = cookie;
        }

        String id() {
            return id;
        }

        /** Another's dialogue, asked for by this browser. */
        Dialogue as(String other) {
            return new Dialogue(other, cookie);
        }

        HttpResponse<String> get(String rest) {
            return ContentTest.this.get("/lti/content/" + id + rest, Map.of("Cookie", cookie));
        }

        HttpResponse<String> answer(List<List<Map.Entry<String, String>>> items) {
            return post(id, items);
        }

        HttpResponse<String> close() {
            return post(id, List.of(List.of(Map.entry("close", "true"))));
        }

        /** Sends the form of this dialogue's page to a dialogue. */
        HttpResponse<String> post(String to, List<List<Map.Entry<String, String>>> items) {
            return post(token(), to, items);
        }

        HttpResponse<String> post(Token token, String to, List<List<Map.Entry<String, String>>> items) {
            StringBuilder body = new StringBuilder("_csrf=" + encode(token.field()));
            items.stream().flatMap(List::stream).forEach(
                    field -> body.append('&').append(field.getKey()).append('=').append(encode(field.getValue())));
            return send("/lti/content/" + to, body.toString(), cookie + "; " + token.cookie());
        }

        /** What the page's forms prove themselves with. */
        Token token() {
            HttpResponse<String> page = get("");
            String own = page.headers().firstValue("Set-Cookie").orElseThrow();
            return new Token(field(page.body(), "_csrf"), own.substring(0, own.indexOf(';')));
        }
    }

    record Token(String field, String cookie) {}

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
