package fr.pixlti.tool.lti.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the settings of a deep linking request (Deep Linking 2.0 §4.4.1). */
final class ReadDeepLinking {

    private static final String SETTINGS = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings";
    private static final int LONGEST_ADDRESS = 4_000;
    private static final int LONGEST_TITLE = 255;
    private static final int LONGEST_TEXT = 4_000;

    private ReadDeepLinking() {}

    /** @throws LaunchRefused when a required setting is missing, links are not accepted, or the response would go elsewhere */
    static DeepLinking handle(Platform platform, Claims claims) {
        Claims settings = claims.object(SETTINGS);
        if (settings == null) {
            throw new LaunchRefused(Fault.CLAIM_MISSING, "deep_linking_settings");
        }
        List<String> types = settings.texts("accept_types");
        if (types == null) {
            throw new LaunchRefused(Fault.CLAIM_MISSING, "deep_linking_settings.accept_types");
        }
        if (!types.contains("ltiResourceLink")) {
            throw new LaunchRefused(Fault.CONTENT_TYPES);
        }
        List<String> targets = settings.texts("accept_presentation_document_targets");
        return new DeepLinking(returnUrl(platform, settings), flag(settings, "accept_multiple", false),
                flag(settings, "accept_lineitem", true), flag(settings, "auto_create", false),
                targets == null ? List.of() : targets, data(settings), settings.cut("title", LONGEST_TITLE),
                settings.cut("text", LONGEST_TEXT));
    }

    /** The response tells who teaches where, and a page of ours posts it: only to an origin that the registration knows. */
    private static String returnUrl(Platform platform, Claims settings) {
        String url = settings.id("deep_link_return_url", LONGEST_ADDRESS);
        if (platform.returnOrigins().stream().noneMatch(origin -> Origin.owns(origin, url))) {
            throw new LaunchRefused(Fault.RETURN_FOREIGN);
        }
        return url;
    }

    /** Some platforms write truth as text. */
    private static boolean flag(Claims settings, String name, boolean otherwise) {
        return switch (settings.values().get(name)) {
            case Boolean flag -> flag;
            case String text -> "true".equalsIgnoreCase(text);
            case null, default -> otherwise;
        };
    }

    private static @Nullable String data(Claims settings) {
        return switch (settings.values().get("data")) {
            case null -> null;
            case String text -> text;
            default -> throw new LaunchRefused(Fault.CLAIM_MALFORMED, "deep_linking_settings.data");
        };
    }
}
