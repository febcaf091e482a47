package fr.pixlti.tool.content.domain;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A file that an item shows or hands out.
 *
 * @param name its last path segment
 * @param type media type
 * @param picture shown in the page; all others are handed out as downloads
 */
public record ServedFile(String name, String type, boolean picture, byte[] bytes) {

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

    static ServedFile of(String path, byte[] bytes) {
        return new ServedFile(path.substring(path.lastIndexOf('/') + 1), typeOf(path).orElseThrow(), isPicture(path),
                bytes);
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
