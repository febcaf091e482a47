package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.lti.Columns;
import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.lti.domain.Launch.Course;
import fr.pixlti.tool.lti.domain.Launch.Custom;
import fr.pixlti.tool.lti.domain.Launch.Grading;
import fr.pixlti.tool.lti.domain.Launch.Person;
import fr.pixlti.tool.lti.domain.Launch.Placement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a verified token as a launch (LTI 1.3 core §5.3, §5.4). */
final class ReadLaunch {

    private static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final String AGS = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";
    private static final String NRPS = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";
    private static final Pattern ADDRESS = Pattern.compile("https?://.");
    private static final int LONGEST_ID = 255;
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_ADDRESS = 1_000;
    private static final int LONGEST_LOCALE = 20;
    private static final int LONGEST_LIST = 10_000;
    private static final int MOST_IN_LIST = 200;

    private ReadLaunch() {}

    /** @throws LaunchRefused when a required claim is missing or has another form */
    static Launch handle(Platform platform, Map<String, Object> values) {
        Claims claims = new Claims(values, "");
        checkVersion(claims);
        Launch.Message message = message(platform, claims);
        Course course = course(claims);
        Person person = person(claims);
        return new Launch(platform.id(), claims.id(LTI + "deployment_id", LONGEST_ID), nonce(claims),
                claims.id(LTI + "target_link_uri", LONGEST_ADDRESS), person, role(claims, course != null),
                message, course, custom(claims), locale(claims), returnUrl(claims));
    }

    private static void checkVersion(Claims claims) {
        String version = claims.id(LTI + "version", LONGEST_ID);
        if (!"1.3.0".equals(version)) {
            throw new LaunchRefused(Fault.VERSION);
        }
    }

    /** The type alone decides what is read: claims that belong to another type are as if they were not there. */
    private static Launch.Message message(Platform platform, Claims claims) {
        return switch (claims.id(LTI + "message_type", LONGEST_ID)) {
            case "LtiResourceLinkRequest" -> new Launch.LinkRequest(placement(claims));
            case "LtiDeepLinkingRequest" -> new Launch.ContentRequest(ReadDeepLinking.handle(platform, claims));
            case "LtiSubmissionReviewRequest" -> new Launch.ReviewRequest(placement(claims).resourceLinkId(),
                    forUser(claims));
            default -> throw new LaunchRefused(Fault.MESSAGE_TYPE);
        };
    }

    private static String forUser(Claims claims) {
        Claims user = claims.object(LTI + "for_user");
        if (user == null) {
            throw new LaunchRefused(Fault.CLAIM_MISSING, "for_user");
        }
        return user.id("user_id", LONGEST_ID);
    }

    private static String nonce(Claims claims) {
        return claims.id("nonce", LONGEST_ID);
    }

    private static Person person(Claims claims) {
        return new Person(claims.id("sub", LONGEST_ID), claims.cut("given_name", LONGEST_ID),
                claims.cut("family_name", LONGEST_ID), claims.cut("name", LONGEST_TITLE), claims.cut("email", 320));
    }

    private static LtiRole role(Claims claims, boolean inCourse) {
        List<String> roles = claims.texts(LTI + "roles");
        if (roles == null) {
            throw new LaunchRefused(Fault.CLAIM_MISSING, "roles");
        }
        return Roles.of(roles, inCourse);
    }

    private static @Nullable Course course(Claims claims) {
        Claims context = claims.object(LTI + "context");
        if (context == null || context.values().isEmpty()) {
            return null;
        }
        String title = context.cut("title", LONGEST_TITLE);
        Claims roster = claims.object(NRPS);
        return new Course(context.id("id", LONGEST_ID), title == null ? context.cut("label", LONGEST_TITLE) : title,
                roster == null ? null : address(roster, "context_memberships_url"));
    }

    private static Placement placement(Claims claims) {
        Claims link = claims.object(LTI + "resource_link");
        if (link == null) {
            throw new LaunchRefused(Fault.CLAIM_MISSING, "resource_link");
        }
        return new Placement(link.id("id", LONGEST_ID), link.cut("title", LONGEST_TITLE), grading(claims));
    }

    private static @Nullable Grading grading(Claims claims) {
        Claims endpoint = claims.object(AGS);
        if (endpoint == null) {
            return null;
        }
        List<String> scopes = endpoint.texts("scope");
        return new Grading(address(endpoint, "lineitem"), address(endpoint, "lineitems"),
                scopes == null ? "" : String.join(" ", scopes));
    }

    /** An address that a request will go to; one that is too long to keep is no address. */
    private static @Nullable String address(Claims claims, String name) {
        String text = claims.text(name);
        return text == null || text.length() > LONGEST_ADDRESS || !ADDRESS.matcher(text).lookingAt() ? null : text;
    }

    private static Custom custom(Claims claims) {
        Claims custom = claims.object(LTI + "custom");
        if (custom == null) {
            return new Custom(null, Columns.SCORE, List.of(), List.of(), List.of());
        }
        return new Custom(value(custom, "pixlti_target", LONGEST_ID),
                Columns.parse(value(custom, "pixlti_columns", LONGEST_ID)), list(custom, "link_history"),
                list(custom, "context_history"), list(custom, "group_ids"));
    }

    private static @Nullable String value(Claims custom, String name, int longest) {
        String value = custom.cut(name, longest);
        return value == null || value.isBlank() || value.strip().startsWith("$") ? null : value.strip();
    }

    private static List<String> list(Claims custom, String name) {
        String value = value(custom, name, LONGEST_LIST);
        return value == null
                ? List.of()
                : Arrays.stream(value.split(",")).map(String::strip)
                        .filter(id -> !id.isEmpty() && id.length() <= LONGEST_ID).limit(MOST_IN_LIST).toList();
    }

    private static @Nullable String locale(Claims claims) {
        Claims presentation = claims.object(LTI + "launch_presentation");
        String text = presentation == null ? null : presentation.cut("locale", LONGEST_LOCALE);
        if (text == null) {
            return null;
        }
        String tag = Locale.forLanguageTag(text.replace('_', '-')).toLanguageTag();
        return "und".equals(tag) ? null : tag;
    }

    private static @Nullable String returnUrl(Claims claims) {
        Claims presentation = claims.object(LTI + "launch_presentation");
        String text = presentation == null ? null : presentation.cut("return_url", LONGEST_ADDRESS + 1);
        return text == null || text.length() > LONGEST_ADDRESS || !ADDRESS.matcher(text).lookingAt() ? null : text;
    }
}
