package fr.pixlti.tool.content.domain.exchange;

/** An asterisk in Moodle's typed answers stands for any text, one after a backslash for itself. */
final class Wildcards {

    /** Any text, in the answers of {@link Question}. */
    static final char ANY = '\uE000';

    private Wildcards() {}

    static String parsed(String answer) {
        return Html.withoutPlaces(answer).replace("\\*", "\uE001").replace('*', ANY).replace('\uE001', '*').strip();
    }

    static String written(String answer) {
        return answer.replace("*", "\\*").replace(ANY, '*');
    }
}
