package fr.pixlti.tool.shell.files;

/** Makes texts that people typed safe for a table. */
final class SafeText {

    /** With what spreadsheets begin a formula, and the wide and small forms that some take for the same. */
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212";
    private static final String QUOTES = "\"'`\u00AB\u00BB\u2018\u2019\u201C\u201D\uFF02\uFF07";
    private static final String SEPARATORS = ",;|";

    private SafeText() {}

    /** The same on one line, without what cannot be written to XML. */
    static String line(String text) {
        StringBuilder line = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean torn = Character.isSurrogate(c) && !paired(text, i);
            if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || c >= '\uFFFE' || torn) {
                line = line == null ? new StringBuilder(text) : line;
                line.setCharAt(i, ' ');
            }
        }
        return line == null ? text : line.toString();
    }

    private static boolean paired(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    /**
     * The same on one line, and no part of it that a spreadsheet may take for a cell begins like a formula: an apostrophe
     * stands before (OWASP, CSV injection). A file with semicolons may be read as one with commas, so what follows any
     * separator counts as such a part.
     */
    static String withoutFormula(String text) {
        String line = line(text);
        if (line.equals("-")) {
            return line;
        }
        StringBuilder safe = null;
        boolean start = true;
        int from = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (SEPARATORS.indexOf(c) >= 0) {
                start = true;
                from = i + 1;
            } else if (start && FORMULA.indexOf(c) >= 0) {
                safe = safe == null ? new StringBuilder(line) : safe;
                safe.insert(from + safe.length() - line.length(), '\'');
                start = false;
            } else if (start && !unseen(c)) {
                start = false;
            }
        }
        return safe == null ? line : safe.toString();
    }

    /** What a spreadsheet may skip before it looks for a formula. */
    private static boolean unseen(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT
                || QUOTES.indexOf(c) >= 0;
    }
}
