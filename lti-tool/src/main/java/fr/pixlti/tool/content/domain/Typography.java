package fr.pixlti.tool.content.domain;

/** No-break spaces where French sets a space beside a sign, so that no line begins with a lone mark. */
final class Typography {

    private static final char NO_BREAK = '\u00A0';
    private static final char NARROW_NO_BREAK = '\u202F';

    private Typography() {}

    static String french(String text) {
        if (text.indexOf(' ') < 0) {
            return text;
        }
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            if (chars[i] == ' ') {
                chars[i] = space(i == 0 ? ' ' : chars[i - 1], i + 1 == chars.length ? ' ' : chars[i + 1]);
            }
        }
        return new String(chars);
    }

    private static char space(char before, char after) {
        return switch (after) {
            case ':', '»', '€', '%' -> NO_BREAK;
            case '?', '!', ';' -> NARROW_NO_BREAK;
            default -> before == '«' ? NO_BREAK : ' ';
        };
    }
}
