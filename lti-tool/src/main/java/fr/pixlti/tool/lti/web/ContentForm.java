package fr.pixlti.tool.lti.web;

import fr.pixlti.tool.lti.Columns;
import fr.pixlti.tool.lti.Target;
import fr.pixlti.tool.lti.domain.ChooseContent.Chosen;
import fr.pixlti.tool.shared.DomainError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.util.MultiValueMap;

/** The items that a teacher adds: each has its targets, its title and its columns, in one order. */
final class ContentForm {

    private ContentForm() {}

    /** @throws DomainError {@code lti.content-damaged} when the parts do not fit together */
    static List<Chosen> read(MultiValueMap<String, String> form) {
        List<String> targets = form.getOrDefault("targets", List.of());
        List<String> titles = form.getOrDefault("title", List.of());
        List<String> columns = form.getOrDefault("columns", List.of());
        if (targets.size() != titles.size() || targets.size() != columns.size()) {
            throw damaged();
        }
        List<Chosen> chosen = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            chosen.add(new Chosen(targets(targets.get(i)), titles.get(i), columns(columns.get(i))));
        }
        return chosen;
    }

    private static List<Target> targets(String text) {
        List<String> parts = Arrays.asList(text.strip().split(" "));
        List<Target> targets = parts.stream().map(Target::parse).flatMap(Optional::stream).distinct().toList();
        if (targets.size() != parts.size()) {
            throw damaged();
        }
        return targets;
    }

    private static Columns columns(String text) {
        return Arrays.stream(Columns.values()).filter(columns -> columns.text().equals(text)).findFirst()
                .orElseThrow(ContentForm::damaged);
    }

    private static DomainError damaged() {
        return new DomainError("lti.content-damaged", DomainError.Kind.INVALID);
    }
}
