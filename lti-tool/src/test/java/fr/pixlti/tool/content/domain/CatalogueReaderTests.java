package fr.pixlti.tool.content.domain;

import static fr.pixlti.tool.content.domain.ContentFixture.ESSAI;
import static fr.pixlti.tool.content.domain.ContentFixture.GROUPS;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Skill;
import fr.pixlti.tool.content.TargetProfile;
import fr.pixlti.tool.content.TargetProfile.Badge;
import fr.pixlti.tool.content.TargetProfile.CappedTopic;
import fr.pixlti.tool.content.TargetProfile.Criterion;
import fr.pixlti.tool.content.TargetProfile.Stage;
import fr.pixlti.tool.content.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths of the catalogue, and each planted fault where it stands. */
@NullMarked
class CatalogueReaderTests {

    private final ContentFixture fixture = new ContentFixture();

    @Test
    void a_path_is_read_whole() {
        ContentRelease release = fixture.read().release();
        TargetProfile essai = release.targetProfile("essai").orElseThrow();
        assertThat(essai.name().in(Locale.FRENCH)).isEqualTo("Essai\u00a0: un tour");
        assertThat(essai.name().in(Locale.ENGLISH)).isEqualTo("A try: one round");
        assertThat(essai.group().in(Locale.ENGLISH)).isEqualTo("Beginnings");
        assertThat(essai.description().in(Locale.FRENCH)).isEqualTo("Pour voir.");
        assertThat(essai.topics()).containsExactly(new CappedTopic("chercher", 2), new CappedTopic("ranger", 1));
        assertThat(essai.stages()).containsExactly(new Stage(0, null),
                new Stage(21, words("Bien\u202f!", "Good!")), new Stage(51, null));
        assertThat(essai.badges()).hasSize(2).first().isEqualTo(new Badge("essai-tout", words("Tout", "All of it"),
                words("Tout y est.", "All is there."), words("Pas encore.", "Not yet."),
                List.of(new Criterion(80, List.of()),
                        new Criterion(50, List.of(new CappedTopic("chercher", 2))))));
        assertThat(essai.badges().getLast().otherwise()).isNull();
        assertThat(essai.attestation()).isFalse();
        assertThat(release.skillsOf(essai.topics())).extracting(Skill::id)
                .containsExactly("chercher-1", "chercher-2", "ranger-1");
    }

    private static Words words(String french, String english) {
        return new Words(Map.of("fr", french, "en", english));
    }

    @Test
    void every_competence_with_topics_is_a_path_by_itself() {
        TargetProfile path = fixture.read().release().targetProfile("competence-1.1").orElseThrow();
        assertThat(path.name().in(Locale.FRENCH)).isEqualTo("1.1 Chercher");
        assertThat(path.description().in(Locale.ENGLISH)).isEqualTo("Find.");
        assertThat(path.topics()).containsExactly(new CappedTopic("chercher", 4), new CappedTopic("operer", 3),
                new CappedTopic("ranger", 1));
    }

    @Test
    void the_order_is_that_of_groups_then_ranks_then_ids() {
        fixture.with("paths/premier.yaml", ContentFixture.path("premier", 1, "topics: {ranger: 1}"))
                .with("paths/bis.yaml", ContentFixture.path("bis", 2, "topics: {ranger: 1}"));
        assertThat(fixture.read().release().targetProfiles()).extracting(TargetProfile::id)
                .containsExactly("premier", "bis", "essai", "competence-1.1");
    }

    @Test
    void whole_competences_are_named_in_short_up_to_a_level() {
        fixture.with("paths/tout.yaml", ContentFixture.path("tout", 1, "competences: [\"1.1\"]"))
                .with("paths/bas.yaml", ContentFixture.path("bas", 1, """
                        competences: ["1.1"]
                        maxLevel: 2
                        attestation: true"""));
        ContentRelease release = fixture.read().release();
        assertThat(release.targetProfile("tout").orElseThrow().topics())
                .isEqualTo(release.targetProfile("competence-1.1").orElseThrow().topics());
        assertThat(release.targetProfile("bas").orElseThrow().topics()).as("without what begins above")
                .containsExactly(new CappedTopic("chercher", 2), new CappedTopic("ranger", 1));
        assertThat(release.targetProfile("bas").orElseThrow().attestation()).isTrue();
    }

    @Test
    void a_release_is_named_after_its_paths_too() {
        String before = fixture.read().release().id();
        assertThat(new ContentFixture().changed(ESSAI, "threshold: 21", "threshold: 22").read().release().id())
                .isNotEqualTo(before);
        assertThat(new ContentFixture().changed(GROUPS, "Débuts", "Débuter").read().release().id())
                .isNotEqualTo(before);
    }

    @Test
    void content_without_a_catalogue_has_no_paths() {
        assertThat(fixture.without(GROUPS).without(ESSAI).read().release().targetProfiles()).isEmpty();
    }

    /** What is planted in essai.yaml, and what is said about the line that begins with the third column. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '^', textBlock = """
            path: essai ¦ path: autre ¦ path: ¦ `path` is `autre`, the file is `essai`
            group: debuts ¦ group: fins ¦ group: ¦ there is no group `fins` in catalogue.yaml
            group: debuts ¦ ¦ path: ¦ `group` is missing
            rank: 2 ¦ rank: 0 ¦ rank: ¦ `rank` is not a whole number from 1 to 999
            , en: To see. ¦ ¦ description: ¦ `en` is missing
            fr: Pour voir., ¦ ¦ description: ¦ `fr` is missing
            fr: Pour voir. ¦ de: Sehen, fr: Pour voir. ¦ description: ¦ unknown key `de`
            ranger: 1 ¦ rangs: 1 ¦ rangs: ¦ there is no topic `rangs`
            ranger: 1 ¦ ranger: 2 ¦ ranger: ¦ the topic `ranger` ends at level 1, below 2
            ranger: 1 ¦ operer: 2 ¦ operer: ¦ the topic `operer` begins at level 3, above 2
            ranger: 1 ¦ operer: high ¦ operer: ¦ `operer` is not a whole number from 1 to 7
            ranger: 1 ¦ chercher: 4 ¦ chercher: 4 ¦ `chercher` stands twice
            rank: 2 ¦ {N}competences: ["1.2"] ¦ competences: ¦ there is no competence `1.2` with topics
            rank: 2 ¦ {N}competences: ["1.1", "1.1"] ¦ competences: ¦ `1.1` stands twice
            rank: 2 ¦ {N}competences: ["1.1"] ¦ ranger: ¦ the topic `ranger` is already in the path by its competence
            rank: 2 ¦ {N}maxLevel: 2 ¦ maxLevel: ¦ unknown key `maxLevel`
            threshold: 0 ¦ threshold: 1 ¦ - threshold: 1 ¦ the first stage begins at 0
            threshold: 51 ¦ threshold: 21 ¦ - threshold: 21\\nbadges ¦ thresholds rise from stage to stage: 21 comes after 21
            threshold: 51 ¦ threshold: 101 ¦ - threshold: 101 ¦ `threshold` is not a whole number from 0 to 100
            badge: essai-tout ¦ badge: Essai ¦ - badge: Essai ¦ `badge` may have a–z, 0–9 and hyphens only
            badge: essai-tout ¦ badge: essai-ranger ¦ - badge: essai-ranger\\n    title: {fr: Rangé ¦ `essai-ranger` stands twice
            threshold: 80 ¦ threshold: 0 ¦ - threshold: 0\\n      - ¦ `threshold` is not a whole number from 1 to 100
            topics: [chercher] ¦ topics: [operer] ¦ - {threshold: 50 ¦ the topic `operer` is not in the path
            topics: [chercher] ¦ topics: [chercher, chercher] ¦ - {threshold: 50 ¦ `chercher` stands twice
            topics: [chercher] ¦ topics: [] ¦ - {threshold: 50 ¦ `topics` is empty
            rank: 2 ¦ {N}attestation: oui ¦ attestation: ¦ `attestation` is `oui`, not one of false, true
            """)
    void a_fault_is_told_with_its_line(String from, String to, String where, String message) {
        fixture.changed(ESSAI, from, (to == null ? "" : to).replace("{N}", "rank: 2\n"));
        int line = fixture.lineOf(ESSAI, where.replace("\\n", "\n"));
        assertThat(fixture.faults()).contains(ESSAI + ":" + line + ": " + message);
    }

    @Test
    void a_path_has_topics_and_whole_stages_and_criteria() {
        fixture.with("paths/vide.yaml", ContentFixture.path("vide", 1, "topics: {}"))
                .with("paths/rien.yaml", ContentFixture.path("rien", 1, ""))
                .with("paths/sans.yaml", ContentFixture.path("sans", 1, "competences: []"))
                .with("paths/un.yaml", ContentFixture.path("un", 1, """
                        topics: {ranger: 1}
                        stages: [{threshold: 0}]
                        badges: [{badge: un, title: {fr: Un, en: One}, message: {fr: Un, en: One}, criteria: []}]"""));
        assertThat(fixture.faults()).containsExactly("paths/rien.yaml:1: `topics` is missing",
                "paths/sans.yaml:1: a path has at least one topic", "paths/un.yaml:7: there are 1 stages, not 2 to 6",
                "paths/un.yaml:8: a badge has at least one criterion",
                "paths/vide.yaml:6: a path has at least one topic");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            competences: crcn ¦ competences: pix ¦ competences: ¦ there is no framework `pix`
            group: competences ¦ group: debuts ¦ - group: debuts\\n    name: {fr: Comp ¦ `debuts` stands twice
            , en: Beginnings ¦ ¦ name: {fr: Débuts ¦ `en` is missing
            """)
    void a_fault_of_the_groups_is_told_with_its_line(String from, String to, String where, String message) {
        fixture.changed(GROUPS, from, to == null ? "" : to);
        int line = fixture.lineOf(GROUPS, where.replace("\\n", "\n"));
        assertThat(fixture.faults()).contains(GROUPS + ":" + line + ": " + message);
    }

    @Test
    void a_topic_too_faulty_to_be_read_is_told_once() {
        fixture.changed(ContentFixture.RANGER, "title: Ranger", "title: \"Ranger");
        assertThat(fixture.faults()).filteredOn(fault -> fault.contains("ranger")).singleElement().asString()
                .contains("not YAML");
    }

    @Test
    void other_files_have_no_place_beside_paths() {
        fixture.with("paths/Notes.txt", "x").with("paths/Essai.yaml", "path: Essai");
        assertThat(fixture.faults()).hasSize(2).allMatch(fault -> fault.contains("has no place in the content"));
    }

    @Test
    void of_what_was_released_once_a_path_keeps_the_topics_that_can_be_asked() {
        fixture.without(ContentFixture.RANGER);
        TargetProfile essai = ReadContent.stored("old", fixture.files(), Known.NOTHING).release()
                .targetProfile("essai").orElseThrow();
        assertThat(essai.topics()).extracting(CappedTopic::topic).containsExactly("chercher");
        assertThat(essai.badges()).as("and the badges that can be obtained").extracting(Badge::key)
                .containsExactly("essai-tout");
    }
}
