package fr.pixlti.tool.bench;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Pupils who never came before, each into one of many courses, and the tokens a Moodle would sign for them. */
final class Arrivals {

    /** The warm-up opens all of them: in a school, too, most launches find their course and its link known. */
    private static final int COURSES = 300;
    private static final int TOKEN_SECONDS = 60;
    private static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final String AGS = "https://purl.imsglobal.org/spec/lti-ags/";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final LoadSettings settings;
    private final JWSHeader header;
    private final RSASSASigner signer;
    private final AtomicInteger count = new AtomicInteger();

    Arrivals(LoadSettings settings) {
        this.settings = settings;
        this.header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(settings.key().getKeyID()).build();
        try {
            this.signer = new RSASSASigner(settings.key());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One pupil's way into the tool. @param number from 1, in the order of arrival */
    record Arrival(int number) {

        private int course() {
            return number % COURSES;
        }
    }

    Arrival next() {
        return new Arrival(count.incrementAndGet());
    }

    static String formType() {
        return FORM;
    }

    /** Path and query of the login. */
    String login(Arrival arrival) {
        return "/lti/login?" + query("iss", settings.platformUrl()) + "&" + query("login_hint", "" + arrival.number())
                + "&" + query("target_link_uri", settings.toolUrl() + "/lti/launch") + "&"
                + query("client_id", LoadSettings.CLIENT_ID) + "&"
                + query("lti_deployment_id", LoadSettings.DEPLOYMENT_ID) + "&"
                + query("lti_message_hint", "{\"cmid\":" + arrival.course() + ",\"launchid\":\"ltilaunch2_1234\"}");
    }

    /** The form that the platform's page posts, with a token signed now. @param location where the login led */
    String launchForm(Arrival arrival, String location) {
        return launchForm(arrival, location, "Learner");
    }

    /** The same. @param role of the membership vocabulary, for example {@code Instructor} */
    String launchForm(Arrival arrival, String location, String role) {
        SignedJWT token = new SignedJWT(header, claims(arrival, Screens.parameter(location, "nonce"), role));
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return query("id_token", token.serialize()) + "&" + query("state", Screens.parameter(location, "state"));
    }

    private JWTClaimsSet claims(Arrival arrival, String nonce, String role) {
        Instant now = Instant.now();
        int course = arrival.course();
        String lineItems = settings.platformUrl() + "/lineitems/" + course;
        String given = "Prénom" + arrival.number();
        String family = "Nom" + arrival.number();
        return new JWTClaimsSet.Builder().issuer(settings.platformUrl()).audience(LoadSettings.CLIENT_ID)
                .subject("pupil-" + arrival.number()).issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(TOKEN_SECONDS))).claim("nonce", nonce)
                .claim("given_name", given).claim("family_name", family).claim("name", given + " " + family)
                .claim("email", "pupil" + arrival.number() + "@school.example")
                .claim(LTI + "message_type", "LtiResourceLinkRequest").claim(LTI + "version", "1.3.0")
                .claim(LTI + "deployment_id", LoadSettings.DEPLOYMENT_ID)
                .claim(LTI + "target_link_uri", settings.toolUrl() + "/lti/launch")
                .claim(LTI + "roles", List.of("http://purl.imsglobal.org/vocab/lis/v2/membership#" + role))
                .claim(LTI + "context",
                        Map.of("id", "course-" + course, "label", "2DE" + course, "title", "Seconde " + course, "type",
                                List.of("http://purl.imsglobal.org/vocab/lis/v2/course#CourseSection")))
                .claim(LTI + "resource_link",
                        Map.of("id", "link-" + course, "title", "Mener une recherche", "description", ""))
                .claim(LTI + "custom", Map.of("pixlti_target", "competence:" + Answers.COMPETENCE))
                .claim(LTI + "launch_presentation",
                        Map.of("locale", "fr", "document_target", "iframe", "return_url",
                                settings.platformUrl() + "/mod/lti/return.php?course=" + course))
                .claim(LTI + "tool_platform",
                        Map.of("guid", "moodle.example", "family_code", "moodle", "version", "2024100700"))
                .claim(LTI + "lis", Map.of("person_sourcedid", "", "course_section_sourcedid", ""))
                .claim(AGS + "claim/endpoint",
                        Map.of("scope",
                                List.of(AGS + "scope/lineitem",
                                        AGS + "scope/result.readonly",
                                        AGS + "scope/score"),
                                "lineitems", lineItems, "lineitem", lineItems + "/lineitem?type_id=1"))
                .build();
    }

    private static String query(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
