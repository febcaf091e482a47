package fr.pixlti.tool.content.domain.exchange;

import fr.pixlti.tool.content.domain.exchange.ItemDraft.Shown;
import fr.pixlti.tool.content.domain.exchange.Question.Media;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/** Makes an item of a question, as far as it goes; what does not is said in remarks. */
final class DraftItem {

    private static final int LONGEST_INSTRUCTION = 1200;
    private static final int LONGEST_LABEL = 120;
    private static final int LONGEST_NAME = 90;
    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_SLUG = 40;
    private static final int MOST_WORDS = 150;
    private static final String COMPLETE = "Complétez.";
    private static final String NO_ALT = "Image de la question";

    private final Question question;
    private final ItemTags tags;
    private final List<Remark> remarks = new ArrayList<>();
    private final List<Shown> attachments = new ArrayList<>();
    private @Nullable Shown picture;

    DraftItem(Question question) {
        this.question = question;
        this.tags = ItemTags.in(question);
        question.remarks().forEach(this::remark);
    }

    /** What could not be kept; a stopping one when there is no item. */
    List<Remark> remarks() {
        return remarks;
    }

    private void remark(Remark remark) {
        if (!remarks.contains(remark)) {
            remarks.add(remark);
        }
    }

    /** The item; empty when a remark says why there is none. @param competence and @param level hold when the question says none */
    Optional<ItemDraft> draft(Set<String> competences, String competence, int level) {
        Document prompt = Jsoup.parseBodyFragment(question.prompt());
        Element labelled = prompt.selectFirst("p." + ItemTags.LABEL_CLASS);
        String label = labelled == null ? "" : labelled.text();
        if (labelled != null) {
            labelled.remove();
        }
        takeFiles(prompt.body());
        if (prompt.text().matches("(?s).*(\\\\\\(.+\\\\\\)|\\$\\$.+\\$\\$).*")) {
            remark(Remark.of(Note.FORMULA));
        }
        String[] texts = texts(prompt.body());
        Optional<ItemDraft.Work> work = new DraftWork(tags, this::remark).of(question.body(), label, texts[1]);
        if (texts[0].isBlank() && work.isPresent()) {
            remark(Remark.of(Note.NOT_EMPTY));
        }
        if (texts[0].codePointCount(0, texts[0].length()) > LONGEST_INSTRUCTION) {
            remark(Remark.of(Note.NOT_TOO_LONG, String.valueOf(LONGEST_INSTRUCTION)));
        }
        if (work.isEmpty() || remarks.stream().anyMatch(each -> each.note().stops())) {
            return Optional.empty();
        }
        String correction = correction();
        Placing place = placing(competences, competence);
        return Optional.of(new ItemDraft(place.competence(), tags.level().orElse(level), place.topic(), place.title(),
                place.skill(), texts[0], picture, List.copyOf(attachments), tags.timer().orElse(null),
                !tags.excludes("blindness"), !tags.excludes("colourblindness"), work.get(), correction));
    }

    /** Takes pictures and files out of the text: the first picture is the item's, further ones are files to open. */
    private void takeFiles(Element body) {
        Set<String> used = new HashSet<>();
        for (Element element : List.copyOf(body.select("img, a[href^=" + Question.FILE_PREFIX + "]"))) {
            boolean image = element.normalName().equals("img");
            String address = element.attr(image ? "src" : "href");
            Media file = file(address);
            used.add(file == null ? "" : file.name());
            if (file != null && SafeFile.accepts(file)) {
                show(element, image, file);
            } else if (address.startsWith("http")) {
                remark(Remark.of(Note.EXTERNAL_PICTURE));
            } else {
                remark(Remark.of(Note.NOT_FILE, file == null ? Html.escape(name(address)) : file.name()));
            }
            Element parent = element.parent();
            if (image || parent == null || parent.text().strip().equals(element.text().strip())) {
                element.remove();
            } else {
                element.unwrap();
            }
        }
        question.media().stream().filter(file -> !used.contains(file.name()))
                .forEach(file -> remark(Remark.of(Note.FILE_UNUSED, file.name())));
    }

    private static String name(String address) {
        return address.startsWith(Question.FILE_PREFIX) ? Html.fileName(address) : address.split("[,;]", 2)[0];
    }

    private void show(Element element, boolean image, Media file) {
        String text = (image ? element.attr("alt") : element.text()).replaceAll("\\s+", " ").strip();
        boolean drawn = SafeFile.isPicture(file);
        if (image && drawn && picture == null) {
            if (text.isEmpty()) {
                remark(Remark.of(Note.NO_ALT));
            }
            picture = new Shown(file, text.isEmpty() ? NO_ALT : text);
            return;
        }
        if (image) {
            remark(Remark.of(Note.MORE_PICTURES));
        }
        String label = text.isEmpty() ? file.name() : text;
        attachments.add(new Shown(file, cut(label, LONGEST_LABEL)));
    }

    private @Nullable Media file(String address) {
        if (address.startsWith("data:image/")) {
            int comma = address.indexOf(',');
            String type = address.substring("data:image/".length(), Math.max(comma, 11)).replace(";base64", "");
            try {
                return new Media("image." + type.replace("svg+xml", "svg").replaceAll("[^a-z]", ""),
                        Base64.getMimeDecoder().decode(address.substring(comma + 1)));
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
        if (!address.startsWith(Question.FILE_PREFIX)) {
            return null;
        }
        String name = Html.fileName(address);
        return question.media().stream().filter(each -> each.name().equals(name)).findFirst().orElse(null);
    }

    /** Instruction and, of a cloze, the text with its gaps. */
    private String[] texts(Element body) {
        if (!(question.body() instanceof Question.Cloze)) {
            return new String[]{ToMarkdown.of(Html.inner(body), this::remark), ""};
        }
        List<Node> nodes = body.childNodes();
        int first = 0;
        while (first < nodes.size() && nodes.get(first).outerHtml().indexOf(Question.GAP_OPENS) < 0) {
            first++;
        }
        // What stands on the same line as the first gap belongs to it.
        while (first > 0 && !(nodes.get(first - 1) instanceof Element element && element.isBlock())
                && !(first < nodes.size() && nodes.get(first) instanceof Element gap && gap.isBlock())) {
            first--;
        }
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        for (int i = 0; i < nodes.size(); i++) {
            (i < first ? before : after).append(nodes.get(i).outerHtml());
        }
        String instruction = ToMarkdown.of(before.toString(), this::remark);
        if (instruction.codePointCount(0, instruction.length()) > LONGEST_INSTRUCTION) {
            return new String[]{COMPLETE, ToMarkdown.of(Html.inner(body), this::remark)};
        }
        return new String[]{instruction.isBlank() ? COMPLETE : instruction,
            ToMarkdown.of(after.toString(), this::remark)};
    }

    private String correction() {
        String feedback = question.feedback();
        if (question.body() instanceof Question.Choices choices) {
            List<String> own = choices.options().stream().map(Question.Option::feedback)
                    .filter(each -> !Html.text(each).isEmpty()).toList();
            if (Html.text(feedback).isEmpty()) {
                feedback = choices.options().stream().filter(option -> option.fraction().signum() > 0)
                        .map(Question.Option::feedback).filter(own::contains).findFirst().orElse("");
            }
            if (own.size() > 1 || own.size() == 1 && !own.contains(feedback)) {
                remark(Remark.of(Note.FEEDBACK_LOST));
            }
        }
        String correction = ToMarkdown.of(feedback, this::remark);
        if (correction.isBlank()) {
            remark(Remark.of(Note.NO_CORRECTION));
            return "";
        }
        if (words(correction) <= MOST_WORDS) {
            return correction;
        }
        remark(Remark.of(Note.CORRECTION_CUT, String.valueOf(MOST_WORDS)));
        String plain = Html.text(feedback);
        String[] words = plain.split(" ");
        return ToMarkdown.of(
                "<p>" + Html.escape(String.join(" ", List.of(words).subList(0, MOST_WORDS - 1))) + " …</p>",
                this::remark);
    }

    private static long words(String text) {
        return text.split("\\s+").length;
    }

    private record Placing(String competence, String topic, String title, String skill) {}

    private Placing placing(Set<String> competences, String otherwise) {
        String competence = tags.competence().filter(competences::contains).orElseGet(
                () -> question.category().stream().filter(competences::contains).reduce((a, b) -> b).orElse(otherwise));
        String last = question.category().isEmpty() ? "" : question.category().getLast();
        Optional<String> skill = tags.skill();
        String topic = skill.map(id -> id.replaceFirst("-[1-7]$", "")).orElse(last);
        String title = skill.isPresent() && !question.categoryTitle().isEmpty() ? question.categoryTitle() : last;
        String name = question.name();
        if (skill.isPresent() && !question.id().isEmpty() && name.startsWith(question.id() + " ")) {
            name = name.substring(question.id().length() + 1);
        }
        String slug = slug(topic);
        return new Placing(competence, slug.isEmpty() ? "import" : slug,
                cut(title.isBlank() ? "Questions importées" : title, LONGEST_TITLE),
                cut(name.isBlank() ? "Répondre à la question" : name, LONGEST_NAME));
    }

    private static String slug(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT).replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return plain.substring(0, Math.min(LONGEST_SLUG, plain.length())).replaceAll("-+$", "");
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest - 1)).strip() + "…";
    }
}
