package fr.pixlti.tool.content.web;

import fr.pixlti.tool.content.domain.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Faults in the operator's language. The reader writes English, as its authors' tools do; the English bundle has those
 * sentences under {@code content.says.<number>}, by which they are recognised, the others what they are in their own.
 */
@Component
class FaultWords {

    private static final String PREFIX = "content.says.";
    /** More than any sentence has. */
    private static final int MOST_VALUES = 4;
    private static final String MARK = "\u0001";

    private final MessageSource messages;
    private final List<Pattern> sentences = new ArrayList<>();

    FaultWords(MessageSource messages) {
        this.messages = messages;
        Object[] marks = new Object[MOST_VALUES];
        for (int i = 0; i < MOST_VALUES; i++) {
            marks[i] = MARK + i + MARK;
        }
        for (String sentence = sentence(marks); sentence != null; sentence = sentence(marks)) {
            sentences.add(Pattern.compile(
                    "\\Q" + sentence.replaceAll(MARK + "\\d" + MARK, "\\\\E(.*?)\\\\Q") + "\\E", Pattern.DOTALL));
        }
    }

    /** A fault as it is shown. @param language of the text: a sentence that no bundle has stays English */
    record Shown(String file, int line, String text, String language) {}

    List<Shown> of(List<Fault> faults, Locale locale) {
        return faults.stream().map(fault -> {
            String own = in(fault.message(), locale);
            return new Shown(fault.file(), fault.line(), own == null ? fault.message() : own,
                    own == null ? Locale.ENGLISH.getLanguage() : locale.getLanguage());
        }).toList();
    }

    /** The sentence in that language; absent when no bundle has it. */
    private @Nullable String in(String message, Locale locale) {
        for (int i = 0; i < sentences.size(); i++) {
            Matcher matcher = sentences.get(i).matcher(message);
            if (matcher.matches()) {
                Object[] values = new Object[matcher.groupCount()];
                for (int j = 0; j < values.length; j++) {
                    values[j] = matcher.group(j + 1);
                }
                return messages.getMessage(PREFIX + (i + 1), values, locale);
            }
        }
        return null;
    }

    private @Nullable String sentence(Object[] marks) {
        return messages.getMessage(PREFIX + (sentences.size() + 1), marks, null, Locale.ENGLISH);
    }
}
