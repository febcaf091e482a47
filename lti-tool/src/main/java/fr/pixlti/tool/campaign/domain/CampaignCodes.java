package fr.pixlti.tool.campaign.domain;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Codes by which pupils join campaigns: 6 letters and 3 digits out of those that nobody takes for others (pix.md §2). Drawn,
 * not checked: of two that are alike the unique key lets one through, and the other is drawn again.
 */
@Component
public class CampaignCodes {

    private static final String LETTERS = "BCDFGHJKMPQRTVWXY";
    private static final String DIGITS = "2346789";
    private static final int LETTER_COUNT = 6;
    private static final int DIGIT_COUNT = 3;
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Pd}._]+");

    private final SecureRandom random = new SecureRandom();

    /** A code that hardly anybody has. */
    public String next() {
        StringBuilder code = new StringBuilder(LETTER_COUNT + DIGIT_COUNT);
        draw(LETTERS, LETTER_COUNT, code);
        draw(DIGITS, DIGIT_COUNT, code);
        return code.toString();
    }

    private void draw(String from, int count, StringBuilder to) {
        for (int i = 0; i < count; i++) {
            to.append(from.charAt(random.nextInt(from.length())));
        }
    }

    /** A code as people type it, in the form in which it is kept: without spaces, dashes and lower case. */
    public static String plain(String typed) {
        return BETWEEN.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
