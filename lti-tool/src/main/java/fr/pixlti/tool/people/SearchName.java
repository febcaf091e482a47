package fr.pixlti.tool.people;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Names as people look for them: small letters, no accents, nothing but ASCII. */
public final class SearchName {

    private static final int LONGEST = 255;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    /** Letters that are no other letter with a mark. */
    private static final Map<String, String> LETTERS = Map.of("œ", "oe", "æ", "ae", "ß", "ss", "ø", "o", "ł", "l", "đ",
            "d", "ð", "d", "þ", "th", "ı", "i");

    private SearchName() {}

    /** For example {@code noel d angelo} of {@code NOËL d’Angelo}; empty where nothing is Latin. At most 255 characters. */
    public static String of(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD))
                .replaceAll("");
        for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
            plain = plain.replace(letter.getKey(), letter.getValue());
        }
        String words = OTHERS.matcher(plain).replaceAll(" ").strip();
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST).strip();
    }
}
