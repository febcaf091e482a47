package fr.pixlti.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.modulith.core.ApplicationModules;

/**
 * The graph of rooms and the rules inside them (DESIGN §4). Each rule is tried twice: the tool keeps it, and the planted
 * rooms under {@code fr.pixlti.planted} break it in exactly the classes named here.
 */
class RoomsTests {

    private static final String TOOL = "fr.pixlti.tool";
    private static final String PLANTED = "fr.pixlti.planted.";
    private static final int LONGEST_FILE = 300;

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(TOOL);

    static final List<Rule> RULES = List.of(
            new Rule("domain knows no technology", RoomRules::domainKnowsNoTechnology, "domain",
                    "campaign.domain.AsksServlet", "campaign.domain.AsksWeb", "campaign.domain.AsksHttp",
                    "campaign.domain.AsksSecurity", "campaign.domain.AsksJooq", "campaign.domain.AsksSchema",
                    "campaign.domain.AsksTemplates"),
            new Rule("only stores know the schema", RoomRules::onlyStoresKnowTheSchema, "schema",
                    "campaign.web.AsksTables"),
            new Rule("store and web are hidden", RoomRules::storeAndWebAreHidden, "hidden",
                    "campaign.store.JooqCampaigns", "campaign.web.CampaignPage"),
            new Rule("the engine knows only content", RoomRules::engineKnowsOnlyContent, "engine",
                    "assessment.domain.engine.AsksRoom", "assessment.domain.engine.AsksSpring"),
            new Rule("the engine asks no clock and throws no dice", RoomRules::engineAsksNoClockAndThrowsNoDice, "pure",
                    "assessment.domain.engine.ReadsClock", "assessment.domain.engine.HoldsClock",
                    "assessment.domain.engine.Draws", "assessment.domain.engine.DrawsUnseeded"),
            new Rule("shared is small", RoomRules::sharedIsSmall, "vocabulary", "shared.Word"),
            new Rule("shared knows no room", RoomRules::sharedKnowsNoRoom, "floor", "shared.KnowsRoom"),
            new Rule("demo knows no room", RoomRules::demoKnowsNoRoom, "apart", "demo.KnowsTool"),
            new Rule("events are records", RoomRules::eventsAreRecords, "events", "campaign.events.CampaignClosed"),
            new Rule("names say something", RoomRules::namesSaySomething, "names", "campaign.domain.CampaignImpl",
                    "campaign.domain.CampaignManager", "campaign.domain.CampaignUtils", "campaign.domain.CampaignUtil",
                    "campaign.domain.CampaignHelper"),
            new Rule("settings are records", RoomRules::settingsAreRecords, "settings", "campaign.ReadsField",
                    "campaign.ReadsParameter"),
            new Rule("collaborators come by constructor", RoomRules::collaboratorsComeByConstructor, "injection",
                    "campaign.InjectsField", "campaign.InjectsSetter"),
            new Rule("packages say what null means", RoomRules::packagesSayWhatNullMeans, "unmarked",
                    "campaign.Unmarked"),
            new Rule("handlers say who may call them", HandlerRule::handlersSayWhoMayCallThem, "access",
                    "campaign.web.OpenToAll.forbidden", "campaign.web.OpenByBase.forbidden"));

    /** @param culprits what the faults found in the planted rooms name, below their base package */
    record Rule(String name, Function<String, ArchRule> on, String planted, String... culprits) {

        List<String> faults(String base, JavaClasses classes) {
            return on.apply(base).evaluate(classes).getFailureReport().getDetails();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @FieldSource("RULES")
    void the_tool_keeps_the_rule(Rule rule) {
        assertThat(rule.faults(TOOL, MAIN)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("RULES")
    void the_rule_finds_what_was_planted_and_nothing_else(Rule rule) {
        String base = PLANTED + rule.planted();
        List<String> culprits = Stream.of(rule.culprits()).map(culprit -> base + "." + culprit).toList();

        List<String> faults = rule.faults(base, planted(rule.planted()));

        assertThat(faults).isNotEmpty().allSatisfy(fault -> assertThat(culprits).anyMatch(fault::contains));
        assertThat(culprits).allSatisfy(culprit -> assertThat(faults).anyMatch(fault -> fault.contains(culprit)));
    }

    @Test
    void arrows_between_rooms_go_as_declared() {
        ApplicationModules.of(PixLtiApplication.class).verify();
    }

    @Test
    void a_planted_arrow_that_is_not_declared_is_found() {
        assertThat(violations("arrow")).hasSize(1).first().asString().contains("OpensContent", "'lti'", "'content'");
    }

    @Test
    void a_planted_use_of_an_internal_type_is_found() {
        assertThat(violations("internals")).isNotEmpty()
                .allSatisfy(fault -> assertThat(fault).contains("ReadsNonces", "domain.Nonces"));
    }

    @Test
    void a_planted_cycle_is_found() {
        assertThat(violations("cycle")).hasSize(1).first().asString().contains("Cycle detected", "StartsTest",
                "StartedBy");
    }

    @Test
    void what_rooms_declare_is_the_table_of_the_design() {
        assertThat(Arrows.faults(TOOL, MAIN)).isEmpty();
    }

    @Test
    void planted_rooms_that_declare_something_else_are_found() {
        assertThat(Arrows.faults(PLANTED + "declared", planted("declared"))).satisfiesExactlyInAnyOrder(
                fault -> assertThat(fault).contains("declared.gradebook declares", "[campaign, lti, lti::spi]"),
                fault -> assertThat(fault).contains("declared.attic is no room"),
                fault -> assertThat(fault).contains("declared.shell declares nothing"));
    }

    @Test
    void no_source_file_is_longer_than_anyone_reads() {
        for (String sources : List.of("src/main/java", "src/test/java", "../migrations/src/main/java",
                "../migrations/src/test/java")) {
            assertThat(longFiles(Path.of(sources))).isEmpty();
        }
    }

    @Test
    void a_planted_long_file_is_found(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Lawful.java"), "\n".repeat(LONGEST_FILE));
        Files.writeString(folder.resolve("Long.java"), "\n".repeat(LONGEST_FILE + 1));

        assertThat(longFiles(folder)).containsExactly("Long.java");
    }

    private static JavaClasses planted(String name) {
        return new ClassFileImporter().importPackages(PLANTED + name);
    }

    private static List<String> violations(String planted) {
        return ApplicationModules.of(PLANTED + planted, new ImportOption.OnlyIncludeTests()).detectViolations()
                .getMessages();
    }

    private static List<String> longFiles(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java")).filter(RoomsTests::tooLong)
                    .map(file -> sources.relativize(file).toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean tooLong(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count() > LONGEST_FILE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
