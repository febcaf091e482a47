package fr.pixlti.tool.demo.wire;

import org.jspecify.annotations.Nullable;

/**
 * What a service answers when it does.
 *
 * @param mediaType absent for PHP's own, {@code text/html}
 * @param link a {@code Link} header, malformed as Moodle's are
 * @param detail for the journal
 */
record ServiceAnswer(int status, @Nullable String mediaType, String body, @Nullable String link, String detail) {

    static ServiceAnswer of(int status, @Nullable String mediaType, String body, String detail) {
        return new ServiceAnswer(status, mediaType, body, null, detail);
    }
}
