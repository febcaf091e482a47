package fr.pixlti.tool.content.domain;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A file that an item shows, hands out or runs.
 *
 * @param name its last path segment
 * @param type media type
 */
public record ServedFile(String name, String type, Use use, byte[] bytes) {

    /** SHOWN: a picture in the page. HANDED_OUT: a download. RUN: part of a simulator, in a frame without an origin. */
    public enum Use {
        SHOWN, HANDED_OUT, RUN
    }

    private static final Map<String, String> TYPES = Map.ofEntries(Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"), Map.entry("jpg", "image/jpeg"), Map.entry("webp", "image/webp"),
            Map.entry("csv", "text/csv;charset=utf-8"), Map.entry("txt", "text/plain;charset=utf-8"),
            Map.entry("html", "text/html;charset=utf-8"), Map.entry("eml", "message/rfc822"),
            Map.entry("ics", "text/calendar;charset=utf-8"), Map.entry("vcf", "text/vcard;charset=utf-8"),
            Map.entry("json", "application/json"), Map.entry("xml", "application/xml"),
            Map.entry("pdf", "application/pdf"), Map.entry("zip", "application/zip"),
            Map.entry("ods", "application/vnd.oasis.opendocument.spreadsheet"),
            Map.entry("odt", "application/vnd.oasis.opendocument.text"),
            Map.entry("odp", "application/vnd.oasis.opendocument.presentation"));

    private static final Set<String> PICTURES = Set.of("svg", "png", "jpg", "webp");

    /** What simulators are made of. */
    private static final Map<String, String> RUN_TYPES = Map.of("html", "text/html;charset=utf-8", "js",
            "text/javascript;charset=utf-8", "css", "text/css;charset=utf-8", "svg", "image/svg+xml", "png",
            "image/png");

    /** A file that an item shows or hands out. */
    static ServedFile of(String path, byte[] bytes) {
        return new ServedFile(name(path), typeOf(path).orElseThrow(), isPicture(path) ? Use.SHOWN : Use.HANDED_OUT,
                bytes);
    }

    /** A file of a simulator. */
    static ServedFile run(String path, byte[] bytes) {
        String type = RUN_TYPES.get(extension(path));
        if (type == null) {
            throw new IllegalArgumentException("No part of a simulator: " + path);
        }
        return new ServedFile(name(path), type, Use.RUN, bytes);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The media type, empty for a kind of file that is not served. */
    public static Optional<String> typeOf(String path) {
        return Optional.ofNullable(TYPES.get(extension(path)));
    }

    public static boolean isPicture(String path) {
        return PICTURES.contains(extension(path));
    }

    private static String extension(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
