package fr.pixlti.tool.lti.wire;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a platform answered. @param headers finds the header of a name; several of one name as one, separated by commas */
record HttpAnswer(int status, byte[] body, Function<String, @Nullable String> headers) {

    boolean successful() {
        return status >= 200 && status < 300;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
