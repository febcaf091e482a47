package fr.pixlti.tool.people;

import fr.pixlti.tool.shared.ToolSettings;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Where a session stands in addresses and what its cookie is called. */
@Component
public class SessionCookies {

    /**
     * Carries what the cookie would, from a page in a frame whose browser keeps no cookie at all (ADR 0003). No other site
     * can make a browser send it, as it is no header of a plain form or link.
     */
    public static final String HEADER = "Pixlti-Session";

    private static final Pattern PREFIX = Pattern.compile("/~([0-9a-f]{10})(?=/|$)");

    private final String namePrefix;

    SessionCookies(ToolSettings settings) {
        // Browsers accept the __Host- prefix over https only.
        this.namePrefix = (settings.https() ? "__Host-" : "") + "pixlti-";
    }

    public String name(String key) {
        return namePrefix + key;
    }

    public String pathPrefix(String key) {
        return "/~" + key;
    }

    /** The key in a path that begins with a session's prefix. */
    public static Optional<String> keyIn(String path) {
        Matcher matcher = PREFIX.matcher(path);
        return matcher.lookingAt() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
