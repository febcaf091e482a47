package fr.pixlti.tool.demo.wire;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import fr.pixlti.tool.demo.domain.Activity;
import fr.pixlti.tool.demo.domain.Course;
import fr.pixlti.tool.demo.domain.Gradebook;
import fr.pixlti.tool.demo.domain.LineItem;
import fr.pixlti.tool.demo.domain.LmsFile;
import fr.pixlti.tool.demo.domain.Person;
import fr.pixlti.tool.demo.domain.ToolRegistration;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Writes and signs id_tokens of the shape that Moodle 4.5 sends for a resource link. */
@Component
@Profile("demo")
public class IdTokens {

    /** Prefix of the claims of LTI itself. */
    public static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";
    /** The claim of the grade services. */
    public static final String AGS = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";
    private static final String MEMBERSHIP = "http://purl.imsglobal.org/vocab/lis/v2/membership#";
    private static final long LIFE_SECONDS = 60;

    private final ToolRegistration tool;
    private final Gradebook gradebook;
    private final Clock clock;
    private final JWSSigner signer;
    private final JWSHeader header;

    IdTokens(ToolRegistration tool, Gradebook gradebook, LmsFile file, Clock clock) throws JOSEException {
        this.tool = tool;
        this.gradebook = gradebook;
        this.clock = clock;
        this.signer = new RSASSASigner(file.key());
        this.header = new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).keyID(file.key().getKeyID())
                .build();
    }

    /** Signs claims with the LMS's key, RS256. */
    public String sign(Map<String, Object> claims) {
        JWSObject token = new JWSObject(header, new Payload(claims));
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("The key of the demo LMS does not sign", e);
        }
        return token.serialize();
    }

    /** What Moodle says about a launch. */
    public Map<String, Object> claims(PendingLaunch launch, String nonce) {
        Person person = launch.person();
        Activity activity = launch.activity();
        long now = clock.instant().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("nonce", nonce);
        claims.put("iat", now);
        claims.put("exp", now + LIFE_SECONDS);
        claims.put("iss", tool.issuer());
        claims.put("aud", tool.client(activity.deploymentId()).orElseThrow());
        claims.put(LTI + "deployment_id", activity.deploymentId());
        claims.put(LTI + "target_link_uri", tool.launchUrl());
        claims.put("sub", person.id());
        claims.put(LTI + "lis", Map.of("person_sourcedid", person.idNumber(), "course_section_sourcedid", ""));
        claims.put(LTI + "roles", List.of(MEMBERSHIP + (person.teacher() ? "Instructor" : "Learner")));
        claims.put(LTI + "context", Map.of("id", Course.ID, "label", Course.SHORT_NAME, "title", Course.TITLE, "type",
                List.of("CourseSection")));
        claims.put(LTI + "message_type", "LtiResourceLinkRequest");
        claims.put(LTI + "resource_link",
                Map.of("title", activity.title(), "description", activity.description(), "id", activity.id()));
        claims.put("given_name", person.givenName());
        claims.put("family_name", person.familyName());
        claims.put("name", person.fullName());
        claims.put("email", person.email());
        claims.put(LTI + "ext", Map.of("user_username", person.username(), "lms", "moodle-2"));
        claims.put(LTI + "launch_presentation", presentation(launch));
        claims.put(LTI + "tool_platform", platform());
        claims.put(LTI + "version", "1.3.0");
        claims.put(LTI + "custom", custom(activity));
        claims.put(AGS, gradeServices(activity));
        return claims;
    }

    private Map<String, Object> presentation(PendingLaunch launch) {
        String back = tool.issuer() + "/as/" + launch.person().id() + "/return?course=" + Course.ID
                + "&launch_container=" + launch.container().moodleNumber() + "&instanceid=" + launch.activity().id()
                + "&sesskey=" + launch.id();
        return Map.of("locale", launch.locale().getLanguage(), "document_target", launch.container().documentTarget(),
                "return_url", back);
    }

    private Map<String, Object> platform() {
        String guid = UUID.nameUUIDFromBytes(tool.issuer().getBytes(StandardCharsets.UTF_8)).toString().replace("-",
                "");
        return Map.of("product_family_code", "moodle", "version", "2024100706", "guid", guid, "name", "demo",
                "description", "Démonstration");
    }

    /** Moodle's habits: a variable without a value is empty, one it does not know arrives as written, keys come twice. */
    private static Map<String, Object> custom(Activity activity) {
        Map<String, Object> custom = new LinkedHashMap<>();
        custom.put("context_history", "");
        custom.put("link_history", "$ResourceLink.id.history");
        activity.custom().forEach((key, value) -> {
            custom.put(key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_"), value);
            custom.put(key, value);
        });
        return custom;
    }

    /** The line item is named only when the activity has exactly one. */
    private Map<String, Object> gradeServices(Activity activity) {
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("scope", GradeService.SCOPES);
        claim.put("lineitems", tool.issuer() + GradeService.PATH + "/" + Course.ID + "/lineitems?type_id="
                + activity.deploymentId());
        List<LineItem> columns = gradebook.columnsOf(activity.id());
        if (columns.size() == 1) {
            claim.put("lineitem", GradeService.url(tool, columns.getFirst()));
        }
        return claim;
    }
}
