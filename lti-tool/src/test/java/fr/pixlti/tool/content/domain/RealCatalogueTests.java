package fr.pixlti.tool.content.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Framework;
import fr.pixlti.tool.content.Needs;
import fr.pixlti.tool.content.Skill;
import fr.pixlti.tool.content.TargetProfile;
import fr.pixlti.tool.content.TargetProfile.CappedTopic;
import fr.pixlti.tool.content.TargetProfile.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue that is delivered: what the documents promise teachers is there and can be taken. */
@NullMarked
@Tag("content")
class RealCatalogueTests {

    private static final int FEWEST_SKILLS = 8;
    /** Of training paths, by the documents. */
    private static final int MOST_TOPICS_OF_TRAINING = 25;

    private static final ContentRelease RELEASE = ReadContent.read(ContentFiles.in("classpath:content/")).release();

    static List<TargetProfile> paths() {
        return RELEASE.targetProfiles();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Découvrir et faire le point | decouverte-college decouverte-lycee lecture sensibilisation-6e sos-certifiable
            Socle commun et EMI         | socle-global socle-information socle-communication socle-creation socle-protection socle-environnement emi
            SNT en seconde              | snt-global snt-internet snt-web snt-reseaux-sociaux snt-donnees snt-localisation snt-objets snt-photo
            Une compétence              | competence-1.1 competence-1.2 competence-1.3 competence-2.1 competence-2.2 competence-2.3 competence-2.4 competence-3.1 competence-3.2 competence-3.3 competence-3.4 competence-4.1 competence-4.2 competence-4.3 competence-5.1 competence-5.2
            Disciplines, cycle 4        | c4-arts-plastiques c4-langues-vivantes c4-mathematiques c4-francais c4-svt c4-physique-chimie c4-technologie c4-histoire-geographie
            Disciplines, lycée          | lycee-maths-seconde lycee-emc lycee-enseignement-scientifique lycee-emi-hg lycee-biotechnologies lycee-sciences-gestion lycee-pro-humanites-lv lycee-pro-maths-sciences
            Enseignants (CRCN-Édu)      | edu-positionnement edu-communiquer edu-veille edu-ressources edu-securite edu-supports edu-adapter edu-culture
            """)
    void a_group_has_its_paths_in_this_order(String group, String ids) {
        assertThat(paths().stream().filter(path -> path.group().in(Locale.FRENCH).equals(group)))
                .extracting(TargetProfile::id).containsExactly(ids.split(" "));
    }

    @Test
    void groups_stand_together_in_the_order_of_a_school_career() {
        List<String> headings = new ArrayList<>();
        paths().stream().map(path -> path.group().in(Locale.FRENCH)).forEach(heading -> {
            if (headings.isEmpty() || !headings.getLast().equals(heading)) {
                headings.add(heading);
            }
        });
        assertThat(headings).containsExactly("Découvrir et faire le point", "Socle commun et EMI", "SNT en seconde",
                "Une compétence", "Disciplines, cycle 4", "Disciplines, lycée", "Enseignants (CRCN-Édu)");
    }

    @ParameterizedTest
    @MethodSource("paths")
    void a_path_has_enough_to_ask_everybody(TargetProfile path) {
        List<Skill> skills = RELEASE.skillsOf(path.topics());
        assertThat(skills).hasSizeGreaterThanOrEqualTo(FEWEST_SKILLS);
        assertThat(skills).allSatisfy(skill -> assertThat(skill.items()).as(skill.id()).hasSizeGreaterThanOrEqualTo(2));
        for (Needs needs : List.of(new Needs(true, false), new Needs(false, true), new Needs(true, true))) {
            assertThat(skills).as(needs.toString()).allMatch(skill -> Coverage.offers(skill, needs));
        }
        assertThat(skills).as("easy to begin with").anyMatch(skill -> !skill.timed() && skill.level() <= 2);
    }

    @ParameterizedTest
    @MethodSource("paths")
    void a_path_is_told_in_both_languages(TargetProfile path) {
        assertThat(Texts.words(path)).allSatisfy(words -> {
            assertThat(words.byLanguage()).containsOnlyKeys("fr", "en");
            assertThat(words.in(Locale.FRENCH)).isNotBlank().doesNotContain("  ");
            assertThat(words.in(Locale.ENGLISH)).isNotBlank().doesNotContain("  ");
        });
        assertThat(path.description().in(Locale.ENGLISH)).isNotEqualTo(path.description().in(Locale.FRENCH));
    }

    @Test
    void names_ids_and_choices_of_topics_are_all_different() {
        assertThat(paths()).extracting(TargetProfile::id).doesNotHaveDuplicates().allMatch(id -> id.length() <= 40);
        for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            assertThat(paths().stream().map(path -> path.name().in(locale))).doesNotHaveDuplicates();
        }
        assertThat(paths().stream().map(path -> Set.copyOf(path.topics()))).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("paths")
    void a_cap_is_the_level_of_a_skill(TargetProfile path) {
        assertThat(path.topics()).allSatisfy(capped -> assertThat(
                RELEASE.topic(capped.topic()).skills().stream().map(Skill::level)).as(capped.topic())
                .contains(capped.maxLevel()));
    }

    @Test
    void stars_have_the_thresholds_of_the_documents() {
        assertThat(paths().stream().filter(path -> !path.stages().isEmpty())).extracting(TargetProfile::id)
                .containsExactly("decouverte-college", "decouverte-lycee", "lecture");
        assertThat(paths().stream().filter(path -> !path.stages().isEmpty())).allSatisfy(path -> {
            assertThat(path.stages()).extracting(Stage::threshold).containsExactly(0, 21, 51, 81);
            assertThat(path.stages()).extracting(Stage::message).doesNotContainNull().doesNotHaveDuplicates();
        });
    }

    @Test
    void a_badge_has_a_key_of_its_own_and_more_than_a_handful_of_skills() {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        paths().forEach(path -> path.badges().forEach(badge -> {
            keys.computeIfAbsent(path.id(), id -> new ArrayList<>()).add(badge.key());
            assertThat(badge.criteria()).allSatisfy(criterion -> {
                assertThat(path.topics()).containsAll(criterion.topics());
                List<CappedTopic> meant = criterion.topics().isEmpty() ? path.topics() : criterion.topics();
                assertThat(RELEASE.skillsOf(meant)).as(badge.key()).hasSizeGreaterThanOrEqualTo(5);
            });
        }));
        assertThat(keys.values().stream().flatMap(List::stream)).doesNotHaveDuplicates();
        assertThat(keys).containsOnlyKeys("decouverte-college", "decouverte-lycee", "sensibilisation-6e", "emi");
        assertThat(keys.get("emi")).containsExactly("emi-sources", "emi-traces");
    }

    @Test
    void discovery_has_a_badge_for_each_area() {
        for (String id : List.of("decouverte-college", "decouverte-lycee")) {
            TargetProfile path = RELEASE.targetProfile(id).orElseThrow();
            assertThat(path.badges()).hasSize(5).allSatisfy(badge -> assertThat(badge.criteria().stream()
                    .flatMap(criterion -> criterion.topics().stream()).map(RealCatalogueTests::area).distinct())
                    .as(badge.key()).hasSize(1));
            assertThat(path.badges().stream().flatMap(badge -> badge.criteria().stream())
                    .flatMap(criterion -> criterion.topics().stream())).as("each topic counts once")
                    .containsExactlyInAnyOrderElementsOf(path.topics());
        }
    }

    @Test
    void only_the_awareness_path_ends_with_an_attestation() {
        assertThat(paths().stream().filter(TargetProfile::attestation)).extracting(TargetProfile::id)
                .containsExactly("sensibilisation-6e");
    }

    @ParameterizedTest
    @CsvSource({"socle-information, 1, 3", "socle-communication, 2, 4", "socle-creation, 3, 4",
        "socle-protection, 4, 3", "socle-environnement, 5, 2"})
    void the_core_curriculum_by_area_has_all_its_competences(String id, String area, int competences) {
        TargetProfile path = RELEASE.targetProfile(id).orElseThrow();
        assertThat(path.topics()).allMatch(topic -> area(topic).equals(area));
        assertThat(competences(path)).hasSize(competences);
        Set<CappedTopic> whole = Set.copyOf(RELEASE.targetProfile("socle-global").orElseThrow().topics());
        assertThat(whole.stream().filter(topic -> area(topic).equals(area))).as("the global path's are among them")
                .isSubsetOf(path.topics());
    }

    @Test
    void the_global_core_curriculum_has_three_topics_of_each_competence() {
        assertThat(RELEASE.targetProfile("socle-global").orElseThrow().topics().stream()
                .collect(Collectors.groupingBy(topic -> RELEASE.topic(topic.topic()).competence(),
                        Collectors.counting())))
                .hasSize(16).allSatisfy((competence, topics) -> assertThat(topics).isEqualTo(3));
    }

    /** 45 topics of 13 competences, by the documents. */
    @Test
    void the_global_path_of_snt_draws_on_every_theme() {
        TargetProfile whole = RELEASE.targetProfile("snt-global").orElseThrow();
        assertThat(whole.topics()).hasSize(45);
        assertThat(competences(whole)).hasSize(13);
        List<TargetProfile> themes = paths().stream()
                .filter(path -> path.id().startsWith("snt-") && !path.equals(whole)).toList();
        Set<String> ofThemes = themes.stream().flatMap(path -> path.topics().stream()).map(CappedTopic::topic)
                .collect(Collectors.toSet());
        assertThat(whole.topics()).extracting(CappedTopic::topic).isSubsetOf(ofThemes);
        assertThat(themes).hasSize(7).allSatisfy(theme -> assertThat(theme.topics().stream().map(CappedTopic::topic)
                .filter(topic -> whole.topics().stream().anyMatch(each -> each.topic().equals(topic))))
                .as(theme.id()).hasSizeGreaterThanOrEqualTo(4));
    }

    @Test
    void training_paths_have_at_most_25_topics_and_together_all_of_the_framework_for_teachers() {
        List<TargetProfile> training = paths().stream().filter(path -> path.id().startsWith("edu-")).toList();
        assertThat(training).allMatch(path -> path.topics().size() <= MOST_TOPICS_OF_TRAINING);
        assertThat(training.stream().flatMap(path -> path.topics().stream()).map(CappedTopic::topic)
                .filter(topic -> topic.startsWith("edu-")).collect(Collectors.toSet()))
                .isEqualTo(RELEASE.topics().keySet().stream().filter(topic -> topic.startsWith("edu-"))
                        .collect(Collectors.toSet()));
        assertThat(competences(RELEASE.targetProfile("edu-positionnement").orElseThrow())).hasSize(19);
        assertThat(training.stream().skip(1)).hasSize(7).allSatisfy(path -> assertThat(
                path.topics().stream().map(CappedTopic::topic).collect(Collectors.partitioningBy(
                        topic -> topic.startsWith("edu-"))).values())
                .as("of both frameworks: " + path.id())
                .noneMatch(List::isEmpty));
    }

    /** Certifiable: level 1, 8 pix, in five competences. */
    @Test
    void who_is_right_two_times_in_three_becomes_certifiable() {
        TargetProfile path = RELEASE.targetProfile("sos-certifiable").orElseThrow();
        assertThat(RELEASE.skillsOf(path.topics()).stream()
                .collect(Collectors.groupingBy(Skill::competence, Collectors.summingDouble(Skill::pixValue))))
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy((competence, pix) -> assertThat(pix * 2 / 3).isGreaterThanOrEqualTo(8));
    }

    @Test
    void pupils_are_never_asked_what_is_for_teachers() {
        assertThat(paths().stream().filter(path -> !path.id().startsWith("edu-"))
                .flatMap(path -> path.topics().stream())).noneMatch(topic -> topic.topic().startsWith("edu-"));
    }

    private static Set<String> competences(TargetProfile path) {
        return path.topics().stream().map(topic -> RELEASE.topic(topic.topic()).competence())
                .collect(Collectors.toSet());
    }

    private static String area(CappedTopic topic) {
        return RELEASE.areaOf(RELEASE.topic(topic.topic()).competence()).map(Framework.Area::code).orElseThrow();
    }
}
