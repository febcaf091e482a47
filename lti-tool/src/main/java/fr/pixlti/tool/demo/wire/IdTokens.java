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
import fr.pixlti.tool.demo.domain.Choices.Choice;
import fr.pixlti.tool.demo.domain.Course;
import fr.pixlti.tool.demo.domain.DemoSettings;
import fr.pixlti.tool.demo.domain.Gradebook;
import fr.pixlti.tool.demo.domain.LineItem;
import fr.pixlti.tool.demo.domain.LmsFile;
import fr.pixlti.tool.demo.domain.Person;
import fr.pixlti.tool.demo.domain.ToolRegistration;
import fr.pixlti.tool.demo.wire.PendingLaunch.Purpose;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Writes and signs id_tokens of the shape that Moodle 4.5 sends. */
@Component
@Profile("demo")
public class IdTokens {

    /** Prefix of the claims of LTI itself. */
    public static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";
    /** The claim of the grade services. */
    public static final String AGS = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";
    /** The claim of the roster. */
    public static final String NRPS = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";
    private static final String DEEP_LINKING = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings";
    static final String MEMBERSHIP = "http://purl.imsglobal.org/vocab/lis/v2/membership#";
    private static final long LIFE_SECONDS = 60;

    private final ToolRegistration tool;
    private final Gradebook gradebook;
    private final Clock clock;
    private final boolean roster;
    private final JWSSigner signer;
    private final JWSHeader header;

    IdTokens(ToolRegistration tool, Gradebook gradebook, LmsFile file, DemoSettings settings, Clock clock)
            throws JOSEException {
        this.roster = settings.roster();
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
        String deployment = launch.purpose().deploymentId();
        long now = clock.instant().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("nonce", nonce);
        claims.put("iat", now);
        claims.put("exp", now + LIFE_SECONDS);
        claims.put("iss", tool.issuer());
        claims.put("aud", tool.client(deployment).orElseThrow());
        claims.put(LTI + "deployment_id", deployment);
        claims.put(LTI + "target_link_uri", tool.launchUrl());
        claims.put("sub", person.id());
        claims.put(LTI + "lis", Map.of("person_sourcedid", person.idNumber(), "course_section_sourcedid", ""));
        claims.put(LTI + "roles", List.of(MEMBERSHIP + (person.teacher() ? "Instructor" : "Learner")));
        claims.put(LTI + "context", Map.of("id", Course.ID, "label", Course.SHORT_NAME, "title", Course.TITLE, "type",
                List.of("CourseSection")));
        claims.put("given_name", person.givenName());
        claims.put("family_name", person.familyName());
        claims.put("name", person.fullName());
        claims.put("email", person.email());
        claims.put(LTI + "ext", Map.of("user_username", person.username(), "lms", "moodle-2"));
        claims.put(LTI + "tool_platform", platform());
        claims.put(LTI + "version", "1.3.0");
        if (roster) {
            claims.put(NRPS, Map.of("context_memberships_url", RosterService.url(tool, deployment), "service_versions",
                    List.of("2.0")));
        }
        switch (launch.purpose()) {
            case Purpose.Open open -> {
                claims.put(LTI + "message_type", "LtiResourceLinkRequest");
                activity(claims, launch, open.activity());
                claims.put(AGS, gradeServices(deployment, gradebook.columnsOf(open.activity().id())));
            }
            case Purpose.Review review -> {
                claims.put(LTI + "message_type", "LtiSubmissionReviewRequest");
                claims.put(LTI + "for_user", Map.of("user_id", review.pupil().id()));
                activity(claims, launch, review.activity());
                claims.put(AGS, gradeServices(deployment, List.of(review.column())));
            }
            case Purpose.Choose choose -> {
                claims.put(LTI + "message_type", "LtiDeepLinkingRequest");
                claims.put(DEEP_LINKING, deepLinking(choose.choice()));
                claims.put(LTI + "launch_presentation", presentation(launch));
                claims.put(LTI + "custom", custom(Map.of()));
                claims.put(AGS, gradeServices(deployment, List.of()));
            }
        }
        return claims;
    }

    private void activity(Map<String, Object> claims, PendingLaunch launch, Activity activity) {
        claims.put(LTI + "resource_link",
                Map.of("title", activity.title(), "description", activity.description(), "id", activity.id()));
        String back = tool.issuer() + "/as/" + launch.person().id() + "/return?course=" + Course.ID
                + "&launch_container=" + launch.container().moodleNumber() + "&instanceid=" + activity.id()
                + "&sesskey=" + launch.id();
        Map<String, Object> presentation = presentation(launch);
        presentation.put("return_url", back);
        claims.put(LTI + "launch_presentation", presentation);
        claims.put(LTI + "custom", custom(activity.custom()));
    }

    private static Map<String, Object> presentation(PendingLaunch launch) {
        Map<String, Object> presentation = new LinkedHashMap<>();
        presentation.put("locale", launch.locale().getLanguage());
        presentation.put("document_target", launch.container().documentTarget());
        return presentation;
    }

    /** As Moodle 4.5 asks, and {@code data} beside, which Moodle does not use and other platforms do. */
    private Map<String, Object> deepLinking(Choice choice) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("accept_types", List.of("ltiResourceLink"));
        settings.put("accept_presentation_document_targets", List.of("frame", "iframe", "window"));
        settings.put("accept_copy_advice", false);
        settings.put("accept_multiple", true);
        settings.put("accept_unsigned", false);
        settings.put("auto_create", false);
        settings.put("can_confirm", false);
        settings.put("deep_link_return_url", tool.issuer() + "/lti/content/return?course=" + Course.ID + "&id="
                + choice.deploymentId() + "&sesskey=" + choice.key());
        settings.put("title", "");
        settings.put("text", "");
        settings.put("data", choice.data());
        return settings;
    }

    private Map<String, Object> platform() {
        String guid = UUID.nameUUIDFromBytes(tool.issuer().getBytes(StandardCharsets.UTF_8)).toString().replace("-",
                "");
        return Map.of("product_family_code", "moodle", "version", "2024100706", "guid", guid, "name", "demo",
                "description", "Démonstration");
    }

    /** Moodle's habits: a variable without a value is empty, one it does not know arrives as written, keys come twice. */
    static Map<String, Object> custom(Map<String, String> parameters) {
        Map<String, Object> custom = new LinkedHashMap<>();
        custom.put("context_history", "");
        custom.put("link_history", "$ResourceLink.id.history");
        parameters.forEach((key, value) -> {
            custom.put(key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_"), value);
            custom.put(key, value);
        });
        return custom;
    }

    /** The line item is named only when the activity has exactly one. */
    private Map<String, Object> gradeServices(String deployment, List<LineItem> columns) {
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("scope", GradeService.SCOPES);
        claim.put("lineitems", tool.issuer() + GradeService.PATH + "/" + Course.ID + "/lineitems?type_id="
                + deployment);
        if (columns.size() == 1) {
            claim.put("lineitem", GradeService.url(tool, columns.getFirst()));
        }
        return claim;
    }
}
