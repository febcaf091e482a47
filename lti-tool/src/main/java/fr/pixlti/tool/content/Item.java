package fr.pixlti.tool.content;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * An item (épreuve).
 *
 * @param instruction safe HTML
 * @param timer seconds after which an answer is late, absent when not timed
 * @param focused whether leaving the page before the answer is noticed
 * @param suitsBlindness whether someone who sees nothing of the screen can answer
 * @param suitsColourBlindness whether someone can who cannot tell some colours from others
 * @param correction safe HTML that explains
 * @param alternative the same item told otherwise, with the same key, for people whom this one does not suit
 * @param draws of a template, what may be drawn from it, the item itself being the first; absent for others
 */
public record Item(String id, String skill, Work work, String instruction, @Nullable Picture picture,
        List<Attachment> attachments, @Nullable Integer timer, boolean focused, boolean suitsBlindness,
        boolean suitsColourBlindness, String correction, @Nullable Item alternative, @Nullable Draws draws) {

    /** What the learner with this seed sees of the item: always the same, and of a template rarely what others see. */
    public Item drawn(long seed) {
        return draws == null ? this : draws.draw(new SplittableRandom(seed ^ id.hashCode()).nextInt(draws.count()));
    }

    /** The same item with an alternative. */
    public Item with(Item other) {
        return new Item(id, skill, work, instruction, picture, attachments, timer, focused, suitsBlindness,
                suitsColourBlindness, correction, other, draws);
    }

    /** Whether this, or its alternative, can be answered by someone with these needs. */
    public boolean offers(Needs needs) {
        return suits(needs) || alternative != null && alternative.suits(needs);
    }

    /** The item as someone with these needs sees it: its alternative, where that suits them and this does not. */
    public Item shownTo(Needs needs) {
        return !suits(needs) && alternative != null && alternative.suits(needs) ? alternative : this;
    }

    private boolean suits(Needs needs) {
        return (suitsBlindness || !needs.screenReader()) && (suitsColourBlindness || !needs.colours());
    }

    /** Whether a screen says before it what is to be known: that a clock starts, that leaving is noticed. */
    public boolean announced() {
        return timer != null || focused;
    }

    /** The same item several times, with other figures and names each time. */
    public interface Draws {

        /** At least 2. */
        int count();

        /** @param index from 0 */
        Item draw(int index);
    }

    /** @param path below the content folder, served at {@code /content/<release>/<path>}; @param alt says what it shows */
    public record Picture(String path, String alt) {}

    /** @param path below the content folder */
    public record Attachment(String path, String label) {}

    /** What the learner does. */
    public sealed interface Work {}

    /**
     * QCU and QCM.
     *
     * @param several false: exactly one is right
     * @param choices in the author's order; a choice is named by its index here, from 0
     * @param shuffled whether each learner sees them in another order
     */
    public record Choose(boolean several, List<Choice> choices, boolean shuffled) implements Work {}

    /** @param html safe HTML of one line */
    public record Choice(String html, boolean right) {}

    /** QROC: one field. */
    public record Fill(Field field) implements Work {}

    /**
     * QROCM: a text with fields.
     *
     * @param parts safe HTML pieces and fields in turn
     * @param groups accepted groups when dependent: each may be used once, in any order; empty when independent
     */
    public record FillSeveral(List<Part> parts, List<Field> fields, List<List<String>> groups) implements Work {

        public boolean dependent() {
            return !groups.isEmpty();
        }
    }

    /**
     * Something to do in a simulator: a page of its own in a frame, which tells what holds at the end.
     *
     * @param simulator its folder below {@code simulators/}
     * @param title names the frame
     * @param setup what the simulator shows at first, as JSON text of at most 20,000 characters
     * @param facts what must hold at the end, at most 20; a text may be empty
     * @param start facts told at the very beginning, of which at least one is wrong
     * @param refused plausible wrong ends, for the tests: each overrides some of the facts
     */
    public record Operate(String simulator, String title, String setup, List<Field> facts, Map<String, String> start,
            List<Map<String, String>> refused) implements Work {}

    /** A piece of text, or the field named; exactly one of the two is present. */
    public record Part(@Nullable String html, @Nullable String field) {}

    /**
     * A field to fill.
     *
     * @param name unique in its item; {@code answer} for a QROC, the fact's for a simulator
     * @param options choices of a drop-down list, empty for a text field; chosen values are compared exactly
     * @param answers any of them is right; empty in a dependent item
     * @param refused plausible wrong answers, for the tests
     */
    public record Field(String name, String label, Format format, List<String> options, List<String> answers,
            Set<Tolerance> tolerances, List<String> refused) {}

    /** TEXT; NUMBER: equality of numbers, comma or point, spaces between thousands. */
    public enum Format {
        TEXT, NUMBER
    }

    /** CASE (T1): case, accents, white space. PUNCTUATION (T2): only a–z, 0–9 and space. TYPOS (T3): distance ratio up to 0.25. */
    public enum Tolerance {
        CASE, PUNCTUATION, TYPOS
    }
}
