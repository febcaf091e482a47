package fr.pixlti.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every word that people read comes from a bundle, in both languages. Each check is proved by a planted fault. */
class MessagesTests {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path CLASSES = Path.of("src/main/java");

    private final Bundles bundles = Bundles.in(RESOURCES);
    private final MessageUses uses = MessageUses.in(RESOURCES.resolve("templates"), CLASSES);

    @Test
    void every_key_is_in_both_languages() {
        assertThat(bundles.missing()).isEmpty();
    }

    @Test
    void every_bundle_is_read() {
        assertThat(bundles.unread()).isEmpty();
    }

    @Test
    void every_key_begins_with_its_room() {
        assertThat(bundles.misplaced()).isEmpty();
    }

    @Test
    void every_text_is_shown_as_it_is_written() {
        assertThat(bundles.unreadable()).isEmpty();
    }

    @Test
    void both_languages_fill_in_the_same_values() {
        assertThat(bundles.unequal()).isEmpty();
    }

    @Test
    void every_key_that_is_looked_up_is_there() {
        assertThat(uses.unknown(bundles.keys())).isEmpty();
        assertThat(uses.obscure()).isEmpty();
    }

    @Test
    void every_key_is_looked_up_somewhere() {
        assertThat(uses.unused(bundles.keys())).isEmpty();
    }

    @Test
    void templates_have_no_words_of_their_own() {
        assertThat(TemplateWords.faults(RESOURCES.resolve("templates"))).isEmpty();
    }

    /** A small tool without a fault, to which each test adds one. */
    @Nested
    class PlantedFaults {

        @TempDir
        private Path tool;

        @BeforeEach
        void aLawfulTool() throws IOException {
            write("application.yaml", "spring:\n  messages:\n    basename: messages/campaign\n");
            write("messages/campaign.properties", """
                    campaign.title=Bonjour {0}, l''activité est prête
                    campaign.state.NEW=À faire
                    campaign.left={0,choice,0#fini|1#encore 1 question|1<encore {0} questions}
                    error.campaign.closed=La campagne est close
                    """);
            write("messages/campaign_en.properties", """
                    campaign.title=Hello {0}, the activity is ready
                    campaign.state.NEW=To do
                    campaign.left={0,choice,0#done|1#1 question left|1<{0} questions left}
                    error.campaign.closed=The campaign is closed
                    """);
            write("templates/campaign.html",
                    page("""
                            <h1 th:text="#{campaign.title(${name})}">Bonjour Léa</h1>
                            <p th:text="#{${'campaign.state.' + page.state.name()}}"></p>
                            <p>Pix LTI – <b th:text="|${pix} pix|">8 pix</b> 1/2</p>
                            <input type="hidden" name="action" value="answer"><button name="action" value="skip" th:text="#{${label}}"></button>
                            """));
            write("java/Campaigns.java", """
                    String left() {
                        if (closed) throw new DomainError("campaign.closed", Kind.CONFLICT);
                        return messages.getMessage("campaign.left", args, locale);
                    }
                    """);
        }

        @Test
        void the_small_tool_is_lawful() {
            assertThat(faults()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                campaign_en | campaign.state.DONE=Done      | campaign lacks campaign.state.DONE
                campaign    | campaign.state.DONE=Fini      | campaign_en lacks campaign.state.DONE
                attic       | attic.title=Grenier           | messages/attic is not read
                campaign    | gradebook.title=Notes         | campaign: gradebook.title belongs elsewhere
                campaign_en | error.gradebook.late=Too late | campaign_en: error.gradebook.late belongs elsewhere
                campaign    | campaign.title={0} l'activité | campaign: campaign.title has an apostrophe that is not doubled
                campaign    | campaign.title=Bonjour {0     | campaign: campaign.title is no MessageFormat
                campaign    | campaign.title=               | campaign: campaign.title is empty
                campaign    | campaign.left={0,choice,0#a~0<l''a {0} d''b} | campaign: campaign.left shows a brace
                campaign    | campaign.left={0,choice,a}    | campaign: campaign.left is no MessageFormat
                campaign_en | campaign.title=Hello {1}      | campaign: campaign.title fills in [0] in French, [1] in English
                campaign    | campaign.lost=Perdu           | not used campaign.lost
                campaign    | error.campaign.lost=Perdu     | not used error.campaign.lost
                """)
        void in_a_bundle_are_found(String bundle, String line, String fault) throws IOException {
            Path file = tool.resolve("messages/" + bundle + ".properties");
            // The last line of a key counts.
            write("messages/" + bundle + ".properties",
                    (Files.exists(file) ? Files.readString(file) : "") + line.replace('~', '|'));

            assertThat(faults()).anyMatch(found -> found.startsWith(fault));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                <p th:text="#{campaign.lost}"></p>                      | not there campaign.lost
                <p th:text="#{${'campaign.lost.' + page.state}}"></p>   | not there campaign.lost.
                <p th:text="#{__${key}__}"></p>                         | obscure fault.html: #{__${key}
                <p>Bonjour</p>                                          | fault.html:5: Bonjour
                <div><p th:text="${name}">Léa</p> a fini</div>          | fault.html:5: a fini
                <p th:if="${done}">Fini</p>                             | fault.html:5: Fini
                <img alt="Une carte">                                   | fault.html:5: alt="Une carte"
                <svg role="img" aria-label="Jauge"></svg>               | fault.html:5: aria-label="Jauge"
                <a title="Aide" th:href="@{/help}"></a>                 | fault.html:5: title="Aide"
                <input type="text" placeholder="Nom">                   | fault.html:5: placeholder="Nom"
                <input type="submit" value="Envoyer">                   | fault.html:5: value="Envoyer"
                <p th:text="'Bonjour ' + ${name}"></p>                  | fault.html:5: th:text
                <img th:alt="${'x'} + ' élèves'">                       | fault.html:5: th:alt
                <b th:attr="data-label='Élève'"></b>                    | fault.html:5: th:attr
                <p th:utext="~Bonjour ${name}~"></p>                    | fault.html:5: th:utext
                <td title="Note"></td>                                  | fault.html is not read as written
                """)
        void in_a_template_are_found(String element, String fault) throws IOException {
            write("templates/fault.html", page(element.replace('~', '|')));

            assertThat(faults()).isNotEmpty().allSatisfy(found -> assertThat(found).startsWith(fault));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                throw new DomainError("campaign.lost", Kind.CONFLICT); | not there error.campaign.lost
                throw DomainError.notFound("campaign.lost");           | not there error.campaign.lost
                return messages.getMessage("campaign.lost", none);     | not there campaign.lost
                """)
        void in_a_class_are_found(String statement, String fault) throws IOException {
            write("java/Fault.java", statement);

            assertThat(faults()).containsExactly(fault);
        }

        private List<String> faults() {
            Bundles planted = Bundles.in(tool);
            MessageUses plantedUses = MessageUses.in(tool.resolve("templates"), tool.resolve("java"));
            List<String> faults = new ArrayList<>();
            faults.addAll(planted.missing());
            faults.addAll(planted.unread());
            faults.addAll(planted.misplaced());
            faults.addAll(planted.unreadable());
            faults.addAll(planted.unequal());
            plantedUses.unknown(planted.keys()).forEach(key -> faults.add("not there " + key));
            plantedUses.unused(planted.keys()).forEach(key -> faults.add("not used " + key));
            plantedUses.obscure().forEach(expression -> faults.add("obscure " + expression));
            faults.addAll(TemplateWords.faults(tool.resolve("templates")));
            return faults;
        }

        private String page(String main) {
            return "<!DOCTYPE html>\n<html xmlns:th=\"http://www.thymeleaf.org\">\n<body>\n<main>\n" + main
                    + "\n</main>\n</body>\n</html>\n";
        }

        private void write(String file, String text) throws IOException {
            Files.createDirectories(tool.resolve(file).getParent());
            Files.writeString(tool.resolve(file), text);
        }
    }
}
