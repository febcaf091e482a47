package fr.pixlti.tool.content.domain.exchange;

/** Signs that mean something in GIFT, and how they lose it. */
final class GiftText {

    private static final String SIGNS = ":#={}~";
    /** Stands for a sign that means nothing: this and the sign's place in the list. */
    private static final char HIDDEN = '\uE100';
    private static final char HIDDEN_LINE = '\uE10F';

    private GiftText() {}

    /** Signs after a backslash are taken out of sight, so that the text can be cut at those that mean something. */
    static String hidden(String text) {
        StringBuilder hidden = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\uE000' && c <= '\uF8FF') {
                continue;
            }
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            if (c == '\\' && SIGNS.indexOf(next) >= 0) {
                hidden.append((char) (HIDDEN + SIGNS.indexOf(next)));
                i++;
            } else if (c == '\\' && next == 'n') {
                hidden.append(HIDDEN_LINE);
                i++;
            } else if (c == '\\' && next == '\\') {
                hidden.append('\\');
                i++;
            } else {
                hidden.append(c);
            }
        }
        return hidden.toString();
    }

    /** The text with the signs that were hidden. */
    static String plain(String hidden) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < hidden.length(); i++) {
            char c = hidden.charAt(i);
            if (c >= HIDDEN && c < HIDDEN + SIGNS.length()) {
                plain.append(SIGNS.charAt(c - HIDDEN));
            } else {
                plain.append(c == HIDDEN_LINE ? '\n' : c);
            }
        }
        return plain.toString().strip();
    }

    /** The text as it is written, on one line. */
    static String written(String text) {
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> written.append("\\n");
                case '\r' -> {
                    // the line feed says it
                }
                default -> written.append(SIGNS.indexOf(c) >= 0 || c == '\\' ? "\\" : "").append(c);
            }
        }
        return written.toString();
    }
}
