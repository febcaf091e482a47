package fr.pixlti.tool.content.domain.exchange;

import java.math.BigDecimal;
import java.util.List;

/**
 * A question as formats have it in common.
 *
 * @param name what its author calls it
 * @param id its number in the bank that it comes from; empty when it has none
 * @param category path of its category from the top, without the top; empty when it has none
 * @param categoryTitle what the last category is called, in words; empty when only the path says so
 * @param prompt cleaned HTML; files are named as {@link #FILE_PREFIX} and the name, gaps of a cloze by {@link #gap}
 * @param feedback cleaned HTML shown after the answer; empty when there is none
 * @param media files that the prompt shows or hands out
 * @param remarks what reading could not keep
 */
public record Question(String name, String id, List<String> category, String categoryTitle, List<String> tags,
        String prompt, String feedback, Body body, List<Media> media, List<Remark> remarks) {

    /** More characters than this are no question for people, and reading them would take seconds. */
    static final int LONGEST = 20_000;

    /** Stands before the name of a file in HTML, as in Moodle. */
    static final String FILE_PREFIX = "@@PLUGINFILE@@/";

    /** Private-use characters that no author types stand around a gap's number. */
    static final char GAP_OPENS = '\uE000';
    static final char GAP_CLOSES = '\uE001';

    /** One that is not even read. @param name as far as it was read */
    static Question tooLong(String name, List<String> category) {
        return new Question(name, "", category, "", List.of(), "", "", new Foreign("description"), List.of(),
                List.of(Remark.of(Note.NOT_TOO_LONG, String.valueOf(LONGEST))));
    }

    /** Where the gap of that number, from 0, stands in the prompt. */
    static String gap(int number) {
        return GAP_OPENS + Integer.toString(number) + GAP_CLOSES;
    }

    /** @param name without folders */
    public record Media(String name, byte[] bytes) {}

    /** What is asked. */
    public sealed interface Body {}

    /** @param several whether more than one may be chosen */
    public record Choices(boolean several, boolean shuffled, List<Option> options) implements Body {}

    /** @param html cleaned HTML; @param fraction percent of the mark, −100 to 100; @param feedback cleaned HTML */
    public record Option(String html, BigDecimal fraction, String feedback) {

        boolean full() {
            return fraction.compareTo(BigDecimal.valueOf(100)) == 0;
        }
    }

    public record TrueFalse(boolean right) implements Body {}

    /** One field. */
    public record Typed(Gap gap) implements Body {}

    /** A text with gaps, which stand in the prompt by their number. */
    public record Cloze(List<Gap> gaps) implements Body {}

    /** What a field takes. */
    public enum GapKind {
        TEXT, NUMBER, LIST
    }

    /** @param caseCounts of texts: whether upper and lower case are told apart */
    public record Gap(GapKind kind, boolean caseCounts, List<Answer> answers) {}

    /** @param text plain; @param fraction percent of the mark; @param tolerance of a number: largest distance that is right */
    public record Answer(String text, BigDecimal fraction, BigDecimal tolerance) {

        boolean full() {
            return fraction.compareTo(BigDecimal.valueOf(100)) == 0;
        }
    }

    /** @param pairs what is to be matched; an empty prompt makes of the answer one that suits nothing */
    public record Matching(List<Pair> pairs) implements Body {}

    /** @param prompt cleaned HTML; @param answer plain */
    public record Pair(String prompt, String answer) {}

    /** @param steps cleaned HTML, in the right order */
    public record Ordering(List<String> steps) implements Body {}

    /** A kind that has no counterpart here. */
    public record Foreign(String type) implements Body {}
}
