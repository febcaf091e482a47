package fr.pixlti.tool.content.domain.exchange;

import fr.pixlti.tool.content.domain.exchange.Question.Answer;
import fr.pixlti.tool.content.domain.exchange.Question.Gap;
import fr.pixlti.tool.content.domain.exchange.Question.GapKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A text in which every paragraph or list entry ends with a gap, and all gaps are the same drop-down list, is a matching
 * question: what formats without gaps can hold.
 */
final class AsMatching {

    private static final int FEWEST_ANSWERS = 3;

    private AsMatching() {}

    static Optional<Question> of(Question question) {
        if (!(question.body() instanceof Question.Cloze(List<Gap> gaps)) || gaps.size() < 2
                || gaps.stream()
                        .anyMatch(gap -> gap.kind() != GapKind.LIST || !options(gap).equals(options(gaps.getFirst()))
                                || gap.answers().stream().filter(Answer::full).count() != 1)
                || gaps.getFirst().answers().size() < FEWEST_ANSWERS) {
            return Optional.empty();
        }
        Document prompt = Jsoup.parseBodyFragment(question.prompt());
        List<Question.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < gaps.size(); i++) {
            String place = Question.gap(i);
            Element line = prompt.select("p, li").stream().filter(each -> each.text().strip().endsWith(place))
                    .reduce((outer, inner) -> inner).orElse(null);
            if (line == null
                    || line.html().indexOf(Question.GAP_OPENS) != line.html().lastIndexOf(Question.GAP_OPENS)) {
                return Optional.empty();
            }
            String words = Html.inner(line).replace(place, "").strip().replaceAll("(?:&nbsp;|[\\s\\u00a0\\u202f])*:$",
                    "");
            if (Html.text(words).isEmpty()) {
                return Optional.empty();
            }
            pairs.add(new Question.Pair(words, right(gaps.get(i))));
            Element parent = line.parent();
            line.remove();
            if (parent != null && Set.of("ul", "ol").contains(parent.normalName()) && parent.children().isEmpty()) {
                parent.remove();
            }
        }
        List<String> used = pairs.stream().map(Question.Pair::answer).toList();
        options(gaps.getFirst()).stream().filter(option -> !used.contains(option))
                .forEach(option -> pairs.add(new Question.Pair("", option)));
        return Optional.of(new Question(question.name(), question.id(), question.category(), question.categoryTitle(),
                question.tags(), Html.inner(prompt.body()), question.feedback(), new Question.Matching(pairs),
                question.media(), question.remarks()));
    }

    private static List<String> options(Gap gap) {
        return gap.answers().stream().map(Answer::text).toList();
    }

    private static String right(Gap gap) {
        return gap.answers().stream().filter(Answer::full).map(Answer::text).findFirst().orElse("");
    }
}
