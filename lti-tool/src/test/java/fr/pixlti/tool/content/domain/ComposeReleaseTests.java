package fr.pixlti.tool.content.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.TargetProfile;
import fr.pixlti.tool.content.Topic;
import fr.pixlti.tool.content.domain.ComposeRelease.Composed;
import fr.pixlti.tool.content.domain.ComposeRelease.Part;
import fr.pixlti.tool.testing.TestPack;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The built-in content and packs as one release. */
@NullMarked
class ComposeReleaseTests {

    private final BuiltInContent builtIn = BuiltInContent.in("classpath:content-fixtures/good/");
    private final ComposeRelease compose = new ComposeRelease(builtIn);

    @Test
    void without_packs_it_is_the_built_in_release() {
        assertThat(composed().id()).isEqualTo(builtIn.id());
    }

    @Test
    void a_pack_adds_its_topics_and_shares_the_others() {
        Composed composed = composed(TestPack.of("extra"));
        ContentRelease release = composed.content().release();
        ContentRelease before = builtIn.get().release();
        assertThat(composed.faults()).isEmpty();
        assertThat(release.id()).isNotEqualTo(before.id())
                .startsWith(before.id().substring(0, before.id().length() - 8));
        assertThat(release.topicsOf("1.1")).extracting(Topic::id).contains("chercher", "extra", "ranger");
        assertThat(release.item("chercher-1a")).isSameAs(before.item("chercher-1a"));
        assertThat(composed.content().file("crcn/1.1/files/plan.svg").orElseThrow())
                .isSameAs(builtIn.get().file("crcn/1.1/files/plan.svg").orElseThrow());
        long shared = before.skillsOf("1.1").stream().filter(skill -> skill.level() == 1).count();
        assertThat(before.skill("ranger-1").pixValue()).isEqualTo(8.0 / shared);
        assertThat(release.skill("ranger-1").pixValue()).isEqualTo(8.0 / (shared + 1));
        assertThat(release.skill("extra-1").pixValue()).isEqualTo(8.0 / (shared + 1));
    }

    @Test
    void missing_help_is_remarked_upon() {
        Composed composed = composed(TestPack.of("extra").with("crcn/1.1/files/unused.txt", "x"));
        assertThat(composed.faults()).isEmpty();
        assertThat(composed.remarks()).extracting(Fault::toString).containsExactly(
                "crcn/1.1/extra.yaml:1: `hint` is missing", "crcn/1.1/extra.yaml:1: `lesson` is missing",
                "crcn/1.1/extra.yaml:8: `correction` is missing",
                "crcn/1.1/files/unused.txt:1: no item uses this file");
        Topic topic = composed.content().release().topic("extra");
        assertThat(topic.lesson()).isNull();
        assertThat(topic.hint()).isNull();
        assertThat(composed.content().release().item("extra-1a").correction()).isEmpty();
    }

    @Test
    void the_order_of_packs_does_not_matter_and_the_archive_is_the_same() {
        Composed one = composed(TestPack.of("extra"), TestPack.of("plus"));
        Composed other = composed(TestPack.of("plus"), TestPack.of("extra"));
        assertThat(one.id()).isEqualTo(other.id());
        assertThat(Archive.of(one.files())).isEqualTo(Archive.of(other.files()));
    }

    @Test
    void a_release_comes_back_from_its_archive() {
        Composed composed = composed(TestPack.of("extra"));
        Content back = ReadContent.stored(composed.id(), Archive.read(Archive.of(composed.files())), builtIn.known());
        assertThat(back.release()).isEqualTo(composed.content().release());
        assertThat(back.files().keySet()).isEqualTo(composed.content().files().keySet());
        Content alone = ReadContent.stored(composed.id(), Archive.read(Archive.of(composed.files())), Known.NOTHING);
        assertThat(alone.release()).isEqualTo(composed.content().release());
    }

    @Test
    void what_was_released_once_is_read_whatever_rules_have_come_since() {
        ContentFiles files = new ContentFiles(TestPack.of("extra").with("crcn/1.1/other.yaml",
                TestPack.topic("other").replace("kind: qcu", "kind: hologram").replace("choices", "beams")).files());
        ContentRelease release = ReadContent.stored("old", files, Known.NOTHING).release();
        assertThat(release.id()).isEqualTo("old");
        assertThat(release.items()).as("but what this version cannot ask").containsOnlyKeys("extra-1a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            crcn/1.1/ranger.yaml       | topic: ranger | crcn/1.1/ranger.yaml:1: a topic of this name is already in the content of the tool
            crcn/1.1/extra.yaml        | topic: extra  | crcn/1.1/extra.yaml:1: a topic of this name is already in the pack 0
            crcn/1.1/files/plan.svg    | <svg/>        | crcn/1.1/files/plan.svg:1: another file of this name is already in the content of the tool
            release.yaml               | release: x    | release.yaml:1: a pack has topics,
            frameworks/own.yaml        | framework: x  | frameworks/own.yaml:1: a pack has topics,
            crcn/1.1/files/a.exe       | MZ            | there is no topic
            crcn/1.1/files/bad.svg     | <svg viewBox="0 0 1 1"><script/></svg>               | crcn/1.1/files/bad.svg:1: a drawing has no <script>
            crcn/1.1/files/bad.svg     | <svg viewBox="0 0 1 1" onload="x()"/>                | crcn/1.1/files/bad.svg:1: a drawing runs nothing and loads nothing: `onload`
            crcn/1.1/files/bad.svg     | <svg viewBox="0 0 1 1"><image href="http://x/"/></svg> | crcn/1.1/files/bad.svg:1: a drawing runs nothing and loads nothing: `href`
            crcn/1.1/files/bad.svg     | <!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1"/> | crcn/1.1/files/bad.svg:1: a drawing has no DOCTYPE
            crcn/1.1/files/bad.svg     | <svg                                                 | crcn/1.1/files/bad.svg:1: this is not well-formed XML
            """)
    void what_does_not_go_together_is_told(String path, String text, String fault) {
        Composed composed = composed(TestPack.of("extra"), new TestPack().with(path, text));
        assertThat(composed.faults()).extracting(Fault::toString).anyMatch(each -> each.contains(fault));
    }

    @Test
    void a_pack_belongs_to_a_known_competence() {
        assertThat(composed(new TestPack().with("crcn/9.9/new.yaml", TestPack.topic("new"))).faults())
                .extracting(Fault::toString)
                .containsExactly("crcn/9.9/new.yaml:1: the framework crcn has no competence 9.9");
    }

    @Test
    void every_draw_of_a_template_is_tried_before_a_learner_gets_it() {
        String template = TestPack.topic("extra").replace("        kind: qcu\n", """
                        kind: qcu
                        parameters:
                          nombre: {from: 1, to: 8}
                """).replace("Que choisir ?", "Que vaut {nombre} ?").replace("Cela", "\"{nombre}\"")
                .replace("Autre chose", "5");
        assertThat(composed(new TestPack().with("crcn/1.1/extra.yaml", template)).faults()).singleElement()
                .extracting(Fault::message).asString().contains("the choice `5` stands twice", "nombre");
    }

    @Test
    void a_pack_adds_paths_of_its_topics_and_of_others() {
        TestPack pack = TestPack.of("extra").with("paths/plus.yaml", ContentFixture.path("plus", 3,
                "topics: {extra: 1, chercher: 2}").replace("{fr: Parcours, en: Path}", "{fr: Parcours}"));
        Composed composed = composed(pack);
        assertThat(composed.faults()).isEmpty();
        assertThat(composed.remarks()).extracting(Fault::toString).contains("paths/plus.yaml:4: `en` is missing");
        ContentRelease release = composed.content().release();
        assertThat(release.targetProfiles()).extracting(TargetProfile::id).containsExactly("essai", "plus",
                "competence-1.1");
        assertThat(release.targetProfile("competence-1.1").orElseThrow().topics()).as("with the pack's")
                .extracting(TargetProfile.CappedTopic::topic).contains("extra");
        assertThat(ReadContent.stored(composed.id(), Archive.read(Archive.of(composed.files())), builtIn.known())
                .release()).isEqualTo(release);
        assertThat(composed(new TestPack().with("paths/seul.yaml", ContentFixture.path("seul", 1,
                "topics: {chercher: 2}"))).faults()).as("a pack of paths alone").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            paths/essai.yaml | topics: {extra: 1} | paths/essai.yaml:1: a path of this name is already in the content of the tool
            paths/plus.yaml  | topics: {gone: 1}  | paths/plus.yaml:6: there is no topic `gone`
            catalogue.yaml   | topics: {extra: 1} | catalogue.yaml:1: a pack has topics,
            """)
    void what_a_pack_does_wrong_with_paths_is_told(String path, String topics, String fault) {
        TestPack pack = TestPack.of("extra").with(path, ContentFixture.path("plus", 1, topics));
        assertThat(composed(pack).faults()).extracting(Fault::toString).anyMatch(each -> each.startsWith(fault));
    }

    @Test
    void a_wrong_item_is_a_fault() {
        String wrong = TestPack.topic("extra").replace("- wrong: Cela", "- right: Cela");
        assertThat(composed(new TestPack().with("crcn/1.1/extra.yaml", wrong)).faults()).extracting(Fault::toString)
                .containsExactly("crcn/1.1/extra.yaml:11: a qcu has exactly one right choice, not 2");
    }

    private Composed composed(TestPack... packs) {
        return compose.handle(Stream.of(packs)
                .map(pack -> new Part(Integer.toString(List.of(packs).indexOf(pack)), new ContentFiles(pack.files())))
                .toList());
    }
}
