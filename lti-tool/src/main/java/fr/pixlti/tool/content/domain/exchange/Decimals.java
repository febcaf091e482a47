package fr.pixlti.tool.content.domain.exchange;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers as question files write them: a point or a comma, perhaps a power of ten. */
final class Decimals {

    private static final Pattern SAFE = Pattern
            .compile("[-+]?(?:\\d{1,30}(?:\\.\\d{0,30})?|\\.\\d{1,30})(?:[eE][-+]?\\d{1,2})?");

    private Decimals() {}

    static boolean isNumber(String text) {
        return SAFE.matcher(text.strip().replace(',', '.')).matches();
    }

    /** The number; zero when it is none. Exponents are short, so that no small text becomes a long number. */
    static BigDecimal read(String text) {
        String plain = text.strip().replace(',', '.');
        return SAFE.matcher(plain).matches() ? new BigDecimal(plain) : BigDecimal.ZERO;
    }

    /** Without exponent and needless zeros; the text itself when it is no number. */
    static String plain(String text) {
        if (!isNumber(text)) {
            return text.strip();
        }
        BigDecimal number = read(text).stripTrailingZeros();
        return number.toPlainString();
    }
}
