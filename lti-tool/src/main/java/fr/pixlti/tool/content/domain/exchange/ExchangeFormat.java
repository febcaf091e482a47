package fr.pixlti.tool.content.domain.exchange;

import fr.pixlti.tool.shared.DomainError;
import java.nio.charset.StandardCharsets;

/** A format of question files. */
public enum ExchangeFormat {
    MOODLE_XML("xml", "application/xml"), GIFT("txt", "text/plain;charset=utf-8"), QTI("zip", "application/zip");

    private static final int LOOKED_AT = 4096;

    private final String extension;
    private final String type;

    ExchangeFormat(String extension, String type) {
        this.extension = extension;
        this.type = type;
    }

    /** How names of such files end, without the point. */
    public String extension() {
        return extension;
    }

    /** Media type. */
    public String type() {
        return type;
    }

    /** What a file is, by its first characters. @throws DomainError {@code content.exchange-unknown} when it is none */
    static ExchangeFormat of(byte[] file) {
        String start = new String(file, 0, Math.min(LOOKED_AT, file.length), StandardCharsets.UTF_8).strip()
                .replaceFirst("^\\uFEFF", "");
        if (start.startsWith("PK")) {
            return QTI;
        }
        if (start.startsWith("<")) {
            return MOODLE_XML;
        }
        if (start.isEmpty() || start.indexOf('\0') >= 0) {
            throw new DomainError("content.exchange-unknown", DomainError.Kind.INVALID);
        }
        return GIFT;
    }
}
