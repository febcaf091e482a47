package fr.pixlti.tool.assessment.web;

import fr.pixlti.tool.assessment.domain.Given;
import fr.pixlti.tool.assessment.domain.Marking;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a question's form sends: {@code position}; {@code choice} for each box ticked, {@code field.<name>} for each
 * field, or {@code fact.<name>} for each fact that a simulator told; {@code action=skip} for "I pass"; {@code left} when
 * the page was left.
 *
 * @param position number of the question, 0 when missing or damaged
 * @param choices indexes ticked
 * @param texts by name of field or fact
 * @param told whether there are facts; unlike fields, all of them may be empty
 * @param damaged whether something in it cannot be read
 */
record AnswerForm(int position, boolean skip, boolean left, TreeSet<Integer> choices, TreeMap<String, String> texts,
        boolean told,
        boolean damaged) {

    private static final String FIELD = "field.";
    private static final String FACT = "fact.";
    private static final int MOST_DIGITS = 4;

    static AnswerForm of(HttpServletRequest request) {
        TreeSet<Integer> choices = new TreeSet<>();
        TreeMap<String, String> texts = new TreeMap<>();
        boolean told = false;
        boolean damaged = false;
        for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
            String name = parameter.getKey();
            if (name.equals("choice")) {
                for (String value : parameter.getValue()) {
                    int index = number(value);
                    damaged |= index < 0 || !choices.add(index);
                }
            } else if (name.startsWith(FIELD) || name.startsWith(FACT)) {
                String text = parameter.getValue()[0];
                damaged |= parameter.getValue().length > 1 || text.length() > Marking.LONGEST_TEXT;
                told |= name.startsWith(FACT);
                texts.put(name.substring(name.indexOf('.') + 1), text);
            }
        }
        String position = request.getParameter("position");
        return new AnswerForm(position == null ? 0 : Math.max(0, number(position)),
                "skip".equals(request.getParameter("action")), request.getParameter("left") != null, choices, texts,
                told, damaged);
    }

    private static int number(String text) {
        return text.matches("\\d{1," + MOST_DIGITS + "}") ? Integer.parseInt(text) : -1;
    }

    /** Whether nothing was chosen, typed or done. */
    boolean empty() {
        return !damaged && !told && choices.isEmpty() && texts.values().stream().allMatch(String::isBlank);
    }

    /** The answer; empty when there is none to keep. */
    Optional<Given> given() {
        if (position == 0 || damaged) {
            return Optional.empty();
        }
        if (skip) {
            return Optional.of(new Given.Skipped());
        }
        if (empty()) {
            return Optional.empty();
        }
        return Optional.of(texts.isEmpty() ? new Given.Chosen(choices) : new Given.Filled(texts));
    }
}
