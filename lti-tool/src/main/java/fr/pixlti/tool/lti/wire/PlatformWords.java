package fr.pixlti.tool.lti.wire;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a platform says when it refuses, made fit for a page: one line of plain text, at most 200 characters. */
final class PlatformWords {

    private static final int LONGEST = 200;
    private static final JsonMapper JSON = new JsonMapper();

    private PlatformWords() {}

    /** The status and, where there is any, the text; of JSON, what OAuth puts there (RFC 6749 §5.2). */
    static String of(HttpAnswer answer) {
        String words = plain(oauth(answer));
        String whole = "HTTP " + answer.status() + (words.isEmpty() ? "" : ": " + words);
        return whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
    }

    private static String oauth(HttpAnswer answer) {
        try {
            JsonNode body = JSON.readTree(answer.body());
            String error = body.path("error").asString("");
            String description = body.path("error_description").asString("");
            if (!error.isEmpty() || !description.isEmpty()) {
                return error + " " + description;
            }
        } catch (JacksonException e) {
            // Moodle's refusals are plain text, those of web servers are HTML.
            return answer.text();
        }
        return answer.text();
    }

    private static String plain(String text) {
        return text.replaceAll("(?s)<(script|style|head).*?</\\1>", " ").replaceAll("<[^>]*>", " ")
                .replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
