package fr.pixlti.tool.lti.domain;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a connection test found about one part. The words are {@code lti.check.<part>.<code>}, or {@code lti.call.<call>}
 * where the platform could not be called at all.
 *
 * @param detail what the words name: a number, the platform's own words
 */
public record Finding(Part part, Verdict verdict, String code, String detail, @Nullable CallFault call) {

    /** In the order in which one depends on another. */
    public enum Part {
        CONFIGURATION, KEYS, TOKEN, LINE_ITEMS, ROSTER;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** SKIPPED: nothing could be tried; the words say why. */
    public enum Verdict {
        GOOD, BAD, SKIPPED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Finding good(Part part, String code, String detail) {
        return new Finding(part, Verdict.GOOD, code, detail, null);
    }

    public static Finding bad(Part part, String code, String detail) {
        return new Finding(part, Verdict.BAD, code, detail, null);
    }

    public static Finding skipped(Part part, String code) {
        return new Finding(part, Verdict.SKIPPED, code, "", null);
    }

    /** A call that came to nothing. */
    public static Finding unreached(Part part, CallFault call) {
        return new Finding(part, Verdict.BAD, "call", "", call);
    }
}
