package fr.pixlti.tool.content.domain.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Paths of Moodle's question categories: steps between slashes, a slash in a name doubled, the context first. */
final class Categories {

    private static final int MOST_STEPS = 20;

    private Categories() {}

    /** The steps below the top. */
    static List<String> parsed(String path) {
        List<String> steps = new ArrayList<>();
        for (String step : path.replace("//", "\uE000").split("/", MOST_STEPS)) {
            String name = Html.text(step.replace('\uE000', '/')).strip();
            if (!name.isEmpty() && !name.matches("\\$[a-z0-9]+\\$") && !(steps.isEmpty() && name.equals("top"))) {
                steps.add(name);
            }
        }
        return List.copyOf(steps);
    }

    /** The path as Moodle writes it, from the top. */
    static String written(List<String> steps) {
        return steps.stream().map(step -> step.replace("/", "//")).collect(Collectors.joining("/", "top/", ""));
    }
}
