package fr.pixlti.tool.content.domain;

/** Texts in Markdown with their limits. */
final class Prose {

    private Prose() {}

    /** A required Markdown text as safe HTML. */
    static String html(Entries entries, String key) {
        return Markdown.html(entries.text(key), message -> entries.fault(key, message));
    }

    /** The same, of at most so many characters. */
    static String html(Entries entries, String key, int longest) {
        entries.within(key, entries.has(key) ? entries.text(key).strip() : "", longest);
        return html(entries, key);
    }

    /** The same, of so many words; a pack may go without, and then it is empty. */
    static String html(Entries entries, String key, int fewest, int most) {
        if (entries.reading().lacks(entries, key)) {
            return "";
        }
        int words = words(entries.text(key));
        if (words < fewest || words > most) {
            entries.reading().remark(entries.line(key),
                    "`" + key + "` has " + words + " words, not " + fewest + " to " + most);
        }
        return html(entries, key);
    }

    /** Pieces between white space that have a letter or a digit. */
    static int words(String text) {
        int words = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                inWord = false;
            } else if (!inWord && Character.isLetterOrDigit(c)) {
                inWord = true;
                words++;
            }
        }
        return words;
    }
}
