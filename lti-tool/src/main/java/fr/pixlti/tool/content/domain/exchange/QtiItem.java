package fr.pixlti.tool.content.domain.exchange;

import fr.pixlti.tool.content.domain.exchange.Question.Answer;
import fr.pixlti.tool.content.domain.exchange.Question.Body;
import fr.pixlti.tool.content.domain.exchange.Question.Gap;
import fr.pixlti.tool.content.domain.exchange.Question.GapKind;
import fr.pixlti.tool.content.domain.exchange.Question.Media;
import fr.pixlti.tool.content.domain.exchange.Question.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An item of a QTI package as a question. */
final class QtiItem {

    private static final Set<String> BLOCKS = Set.of("choiceinteraction", "matchinteraction", "orderinteraction");
    private static final Set<String> GAPS = Set.of("textentryinteraction", "inlinechoiceinteraction");
    private static final Set<String> EMPTY = Set.of("br", "img", "hr");
    private static final Set<String> UNSEEN = Set.of("stylesheet", "rubricblock", "templateblock", "feedbackblock",
            "feedbackinline", "catalog", "cataloginfo");

    private final XmlElement root;
    private final String folder;
    private final Map<String, byte[]> files;
    private final QtiResponses responses;
    private final List<Remark> remarks = new ArrayList<>();
    private final Map<String, Media> media = new LinkedHashMap<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<XmlElement> interactions = new ArrayList<>();

    QtiItem(XmlElement root, String path, Map<String, byte[]> files) {
        this.root = root;
        this.folder = path.substring(0, path.lastIndexOf('/') + 1);
        this.files = files;
        this.responses = new QtiResponses(root);
    }

    Question question(List<String> category, String categoryTitle, List<String> tags) {
        StringBuilder prompt = new StringBuilder();
        QtiNames.below(root, "itembody").forEach(body -> inside(body, prompt));
        String feedback = QtiNames.below(root, "modalfeedback").stream().findFirst().map(this::html).orElse("");
        String html = Html.cleaned(prompt.toString(), remarks::add);
        Body body = body();
        if (body instanceof Question.Typed) {
            // The only field stands at the end of its text: it needs no place.
            html = html.replace(Question.gap(0), "").replaceAll("<p>\\s*</p>\\s*$", "");
        }
        String title = Html.text(Html.escape(QtiNames.attribute(root, "title")));
        String id = QtiNames.attribute(root, "identifier");
        return new Question(title.isEmpty() ? id : title, id, category, categoryTitle, tags, html,
                Html.cleaned(feedback, remarks::add), body, List.copyOf(media.values()), remarks);
    }

    private Body body() {
        if (interactions.size() == 1 && gaps.isEmpty()) {
            return block(interactions.getFirst());
        }
        if (!interactions.isEmpty() || gaps.isEmpty()) {
            return new Question.Foreign(interactions.isEmpty() ? "description" : "several interactions");
        }
        return gaps.size() == 1 && gaps.getFirst().kind() != GapKind.LIST && !withinText()
                ? new Question.Typed(gaps.getFirst())
                : new Question.Cloze(List.copyOf(gaps));
    }

    /** Whether words stand in the paragraph of the gap. */
    private boolean withinText() {
        return QtiNames.below(root, "p").stream().anyMatch(paragraph -> paragraph.children().stream()
                .anyMatch(child -> QtiNames.of(child).equals("textentryinteraction")) && !paragraph.text().isBlank());
    }

    private Body block(XmlElement interaction) {
        QtiResponses.Response response = responses.of(interaction);
        return switch (QtiNames.of(interaction)) {
            case "choiceinteraction" -> {
                boolean several = response.cardinality().equals("multiple");
                yield new Question.Choices(several, QtiNames.attribute(interaction, "shuffle").equals("true"),
                        QtiNames.below(interaction, "simplechoice").stream().map(choice -> new Option(html(choice),
                                response.fraction(QtiNames.attribute(choice, "identifier")), "")).toList());
            }
            case "orderinteraction" -> {
                Map<String, String> steps = new LinkedHashMap<>();
                QtiNames.below(interaction, "simplechoice")
                        .forEach(choice -> steps.put(QtiNames.attribute(choice, "identifier"), html(choice)));
                yield new Question.Ordering(response.correct().stream().map(id -> steps.getOrDefault(id, ""))
                        .filter(step -> !step.isEmpty()).toList());
            }
            case "matchinteraction" -> matching(interaction, response);
            case "extendedtextinteraction", "uploadinteraction", "drawinginteraction" -> new Question.Foreign("essay");
            case "hotspotinteraction", "graphicgapmatchinteraction", "graphicorderinteraction",
                    "graphicassociateinteraction", "selectpointinteraction", "positionobjectinteraction" ->
                new Question.Foreign("hotspot");
            default -> new Question.Foreign(interaction.name());
        };
    }

    private Body matching(XmlElement interaction, QtiResponses.Response response) {
        List<XmlElement> sets = QtiNames.below(interaction, "simplematchset");
        if (sets.size() != 2) {
            return new Question.Foreign(interaction.name());
        }
        Map<String, String> answers = new LinkedHashMap<>();
        QtiNames.below(sets.get(1), "simpleassociablechoice").forEach(
                choice -> answers.put(QtiNames.attribute(choice, "identifier"), Html.text(html(choice))));
        Set<String> unused = new java.util.LinkedHashSet<>(answers.keySet());
        List<Question.Pair> pairs = new ArrayList<>();
        for (XmlElement prompt : QtiNames.below(sets.getFirst(), "simpleassociablechoice")) {
            String start = QtiNames.attribute(prompt, "identifier") + " ";
            List<String> right = response.correct().stream().filter(pair -> pair.startsWith(start))
                    .map(pair -> pair.substring(start.length()).strip()).toList();
            if (right.size() != 1) {
                return new Question.Foreign(interaction.name()); // one of a list is what a drop-down can hold
            }
            unused.remove(right.getFirst());
            pairs.add(new Question.Pair(html(prompt), answers.getOrDefault(right.getFirst(), "")));
        }
        unused.forEach(id -> pairs.add(new Question.Pair("", answers.getOrDefault(id, ""))));
        return new Question.Matching(pairs);
    }

    private String html(XmlElement element) {
        StringBuilder html = new StringBuilder();
        inside(element, html);
        return Html.cleaned(html.toString(), remarks::add).strip();
    }

    /** HTML of what an element holds; interactions are taken out of it. */
    private void inside(XmlElement element, StringBuilder html) {
        for (Object piece : element.content()) {
            if (piece instanceof XmlElement child) {
                child(child, html);
            } else {
                html.append(Html.escape(Html.withoutPlaces(piece.toString())));
            }
        }
    }

    private void child(XmlElement child, StringBuilder html) {
        String name = QtiNames.of(child);
        if (UNSEEN.contains(name)) {
            return;
        }
        if (GAPS.contains(name)) {
            html.append(Question.gap(gaps.size()));
            gaps.add(gap(child, name));
        } else if (name.endsWith("interaction")) {
            interactions.add(child);
            if (!BLOCKS.contains(name)) {
                return;
            }
            QtiNames.below(child, "prompt").forEach(prompt -> {
                html.append("<p>");
                inside(prompt, html);
                html.append("</p>");
            });
        } else if (name.equals("contentbody")) {
            inside(child, html);
        } else {
            tag(child, html);
        }
    }

    private void tag(XmlElement child, StringBuilder html) {
        html.append('<').append(child.name().replaceAll("[^A-Za-z0-9-]", ""));
        child.attributes().forEach((name, value) -> {
            boolean address = name.equals("src") || name.equals("href");
            html.append(' ').append(name.replaceAll("[^A-Za-z0-9-]", "")).append("=\"")
                    .append(Html.escape(address ? address(value) : value)).append('"');
        });
        html.append('>');
        if (!EMPTY.contains(child.name())) {
            inside(child, html);
            html.append("</").append(child.name().replaceAll("[^A-Za-z0-9-]", "")).append('>');
        }
    }

    /** An address inside the archive becomes a file of the question. */
    private String address(String value) {
        if (value.matches("(?i)[a-z][a-z0-9+.-]*:.*")) {
            return value;
        }
        @Nullable
        String path = resolved(value);
        byte[] bytes = path == null ? null : files.get(path);
        String name = value.substring(value.lastIndexOf('/') + 1);
        if (bytes != null && path != null) {
            Media same = media.computeIfAbsent(path, each -> new Media(unused(name), bytes));
            return Question.FILE_PREFIX + same.name();
        }
        return Question.FILE_PREFIX + name;
    }

    private String unused(String name) {
        return media.values().stream().anyMatch(file -> file.name().equals(name)) ? media.size() + "-" + name : name;
    }

    private @Nullable String resolved(String value) {
        List<String> steps = new ArrayList<>(List.of(folder.isEmpty() ? new String[0] : folder.split("/")));
        for (String step : value.split("/")) {
            if (step.equals("..")) {
                if (steps.isEmpty()) {
                    return null;
                }
                steps.removeLast();
            } else if (!step.equals(".") && !step.isEmpty()) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }

    private Gap gap(XmlElement element, String name) {
        QtiResponses.Response response = responses.of(element);
        if (name.equals("inlinechoiceinteraction")) {
            return new Gap(GapKind.LIST, false, QtiNames.below(element, "inlinechoice").stream()
                    .map(choice -> new Answer(Html.text(Html.escape(choice.text())),
                            response.fraction(QtiNames.attribute(choice, "identifier")), java.math.BigDecimal.ZERO))
                    .toList());
        }
        return response.typed();
    }
}
