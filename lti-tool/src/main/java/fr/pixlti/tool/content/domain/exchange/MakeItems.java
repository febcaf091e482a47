package fr.pixlti.tool.content.domain.exchange;

import fr.pixlti.tool.content.Framework;
import fr.pixlti.tool.content.domain.exchange.ImportReport.Line;
import fr.pixlti.tool.content.domain.exchange.ImportReport.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Makes content files of questions. */
final class MakeItems {

    private final Map<String, String> frameworks = new HashMap<>();
    private final Set<String> taken;
    private final String competence;
    private final int level;

    /**
     * @param taken ids of topics that exist already
     * @param competence and level of questions that say none
     */
    MakeItems(List<Framework> known, Set<String> taken, String competence, int level) {
        known.forEach(framework -> framework.areas().forEach(area -> area.competences()
                .forEach(each -> frameworks.put(each.code(), framework.id()))));
        this.taken = taken;
        this.competence = competence;
        this.level = level;
    }

    /** @param files by path below the content folder */
    record Made(SortedMap<String, byte[]> files, ImportReport report) {}

    private record Tried(Question question, Optional<ItemDraft> draft, List<Remark> remarks) {}

    Made make(List<Question> questions) {
        List<Tried> tried = new ArrayList<>();
        for (Question question : questions) {
            DraftItem item = new DraftItem(question);
            Optional<ItemDraft> draft = item.draft(new HashSet<>(frameworks.keySet()), competence, level);
            tried.add(new Tried(question, draft, item.remarks()));
        }
        ArrangeTopics topics = new ArrangeTopics(frameworks, taken);
        topics.arrange(tried.stream().flatMap(each -> each.draft().stream()).toList());
        List<Line> lines = tried.stream().map(each -> line(each, topics)).toList();
        return new Made(topics.files(), new ImportReport(lines,
                (int) topics.files().keySet().stream().filter(path -> path.endsWith(".yaml")).count()));
    }

    private static Line line(Tried tried, ArrangeTopics topics) {
        List<Remark> remarks = new ArrayList<>(tried.remarks());
        String item = tried.draft().map(topics::id).orElse("");
        if (tried.draft().filter(topics::isInFurtherTopic).isPresent()) {
            remarks.add(Remark.of(Note.FURTHER_TOPIC));
        }
        State state = item.isEmpty() ? State.REFUSED : remarks.isEmpty() ? State.IMPORTED : State.CHANGED;
        // Of a question left out, only the reasons matter.
        List<Remark> said = state == State.REFUSED
                ? remarks.stream().filter(remark -> remark.note().stops()).toList()
                : List.copyOf(remarks);
        return new Line(tried.question().name(), String.join(" / ", tried.question().category()), state, item, said);
    }
}
