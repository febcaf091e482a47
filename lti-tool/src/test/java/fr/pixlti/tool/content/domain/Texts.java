package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.TargetProfile;
import fr.pixlti.tool.content.Topic;
import fr.pixlti.tool.content.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What learners and teachers read of the content, as plain text without what is marked as code. */
final class Texts {

    private Texts() {}

    /** Texts by the item, skill, topic or path that they belong to. Keys are left out: learners do not read them. */
    static Map<String, String> of(ContentRelease release) {
        Map<String, String> texts = new LinkedHashMap<>();
        release.topics().values().forEach(topic -> texts.put(topic.id(), topic(topic)));
        release.skills().values().forEach(skill -> texts.put(skill.id(), skill.name()));
        release.items().values().forEach(item -> texts.put(item.id(), item(item)));
        release.targetProfiles().forEach(path -> texts.put("path " + path.id(),
                words(path).map(words -> words.in(Locale.FRENCH)).collect(Collectors.joining("\n"))));
        return texts;
    }

    /** Every text of a path. */
    static Stream<Words> words(TargetProfile path) {
        return Stream.of(Stream.of(path.name(), path.group(), path.description()),
                path.stages().stream().map(TargetProfile.Stage::message).filter(Objects::nonNull),
                path.badges().stream().flatMap(badge -> Stream.of(badge.title(), badge.message())),
                path.badges().stream().map(TargetProfile.Badge::otherwise).filter(Objects::nonNull))
                .flatMap(each -> each);
    }

    private static String topic(Topic topic) {
        Topic.Lesson lesson = Objects.requireNonNull(topic.lesson());
        return String.join("\n", topic.title(), Objects.requireNonNull(topic.hint()), lesson.title(),
                plain(lesson.html()));
    }

    private static String item(Item item) {
        return Stream.of(Stream.of(plain(item.instruction()), plain(item.correction())),
                Stream.ofNullable(item.picture()).map(Item.Picture::alt),
                item.attachments().stream().map(Item.Attachment::label), work(item.work()),
                Stream.ofNullable(item.alternative()).map(Texts::item)).flatMap(each -> each)
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> work(Item.Work work) {
        return switch (work) {
            case Item.Choose choose -> choose.choices().stream().map(choice -> plain(choice.html()));
            case Item.Fill fill -> field(fill.field());
            case Item.FillSeveral several -> Stream.concat(
                    several.parts().stream().map(Item.Part::html).filter(Objects::nonNull).map(Texts::plain),
                    several.fields().stream().flatMap(Texts::field));
            case Item.Operate operate -> Stream.of(operate.title());
        };
    }

    private static Stream<String> field(Item.Field field) {
        return Stream.concat(Stream.of(field.label()), field.options().stream());
    }

    private static String plain(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.select("code, pre").remove();
        document.select("p, li, td, th, div").forEach(block -> block.appendText("\n"));
        return document.body().wholeText();
    }

    /** Instruction and key of an item, in one text: two items that share it are one. */
    static String whole(Item item) {
        return item.instruction() + item.work() + List.of(item.attachments()) + item.picture();
    }
}
