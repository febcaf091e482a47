package fr.pixlti.tool.content;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether what was typed into a field is as good as an accepted answer (pix.md §5, matching). The content room uses it
 * to refuse answer keys that contradict themselves, the assessment room to mark.
 */
public final class Tolerances {

    /** A number once its white space is gone; longer ones are not numbers that a person would type. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d{1,30}(?:[.,]\\d{0,30})?|[.,]\\d{1,30})");

    /** Largest distance between two texts, as a share of the longer: one quarter. */
    private static final int TYPOS_ONE_IN = 4;

    private Tolerances() {}

    /** Whether the text is right in a field that has its own answers (QROC, independent QROCM). */
    public static boolean accepts(Item.Field field, String given) {
        return accepts(field, field.answers(), given);
    }

    /**
     * Whether the text matches one of the answers as this field compares them.
     *
     * @param answers the field's own, or a group of a dependent item
     */
    public static boolean accepts(Item.Field field, List<String> answers, String given) {
        if (!field.options().isEmpty()) {
            return answers.contains(given);
        }
        if (field.format() == Item.Format.NUMBER) {
            return acceptsNumber(answers, given);
        }
        String typed = reduced(given, field.tolerances());
        for (String answer : answers) {
            if (matches(field, reduced(answer, field.tolerances()), typed)) {
                return true;
            }
        }
        return false;
    }

    /** Whether two texts, both {@link #reduced} already, are equal or near enough for this field. */
    public static boolean matches(Item.Field field, String expected, String typed) {
        return expected.equals(typed)
                || (field.tolerances().contains(Item.Tolerance.TYPOS) && near(expected, typed));
    }

    /**
     * What counts of a text under these tolerances. Always: Unicode NFC, no-break spaces are spaces, no white space at
     * the ends (keyboards of phones add it). CASE: neither case, accents, white space nor typographic variants of
     * quotes and hyphens. PUNCTUATION: only a–z, 0–9 and space (A–Z too where case counts).
     */
    public static String reduced(String text, Set<Item.Tolerance> tolerances) {
        String reduced = clean(text);
        if (tolerances.contains(Item.Tolerance.CASE)) {
            reduced = withoutCase(reduced);
        }
        if (tolerances.contains(Item.Tolerance.PUNCTUATION)) {
            reduced = withoutPunctuation(reduced);
        }
        return reduced;
    }

    /** The number typed, with a comma or a point as decimal mark and white space anywhere; empty when it is none. */
    public static Optional<BigDecimal> number(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                digits.append(c == '−' ? '-' : c);
            }
        }
        if (!NUMBER.matcher(digits).matches()) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(digits.toString().replace(',', '.')));
    }

    private static boolean acceptsNumber(List<String> answers, String given) {
        Optional<BigDecimal> typed = number(given);
        return typed.isPresent() && answers.stream().map(Tolerances::number).flatMap(Optional::stream)
                .anyMatch(answer -> answer.compareTo(typed.get()) == 0);
    }

    private static String clean(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            plain = text.charAt(i) < 0xA0;
        }
        // Below U+00A0 there is nothing to compose and no other space.
        return plain
                ? text.strip()
                : Normalizer.normalize(text, Normalizer.Form.NFC).replace('\u00A0', ' ').replace('\u202F', ' ').strip();
    }

    private static String withoutCase(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = Character.toLowerCase(text.charAt(i));
            if (c < 0x80) {
                if (!Character.isWhitespace(c)) {
                    kept.append(c);
                }
            } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                appendPlain(kept, c);
            }
        }
        return kept.toString();
    }

    private static void appendPlain(StringBuilder kept, char c) {
        switch (c) {
            case 'œ' -> kept.append("oe");
            case 'æ' -> kept.append("ae");
            case 'ß' -> kept.append("ss");
            case '‘', '’', 'ʼ' -> kept.append('\'');
            case '“', '”' -> kept.append('"');
            case '‐', '‑', '–', '−' -> kept.append('-');
            default -> {
                String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
                for (int i = 0; i < parts.length(); i++) {
                    if (Character.getType(parts.charAt(i)) != Character.NON_SPACING_MARK) {
                        kept.append(parts.charAt(i));
                    }
                }
            }
        }
    }

    private static String withoutPunctuation(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean counts = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            // A sign between two spaces must not leave two spaces behind.
            if (counts || (c == ' ' && !kept.isEmpty() && kept.charAt(kept.length() - 1) != ' ')) {
                kept.append(c);
            }
        }
        return kept.toString().strip();
    }

    /** Whether the Levenshtein distance is at most a quarter of the longer text. */
    private static boolean near(String expected, String typed) {
        int longer = Math.max(expected.length(), typed.length());
        int allowed = longer / TYPOS_ONE_IN;
        // The difference of lengths is a lower bound: whatever is pasted, the work stays small.
        return Math.abs(expected.length() - typed.length()) <= allowed && distance(expected, typed) <= allowed;
    }

    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
