package fr.pixlti.tool.content.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.content.Framework;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The competency frameworks that a Moodle administrator imports are those of the content. When they differ, the right
 * file stands in {@code target/moodle-frameworks}.
 */
class MoodleFrameworksTests {

    private static final List<String> HEADERS = List.of("Parent ID number", "ID number", "Short name", "Description",
            "Description format", "Scale values", "Scale configuration", "Rule type (optional)",
            "Rule outcome (optional)", "Rule config (optional)", "Cross-referenced competency ID numbers",
            "Exported ID (optional)", "Is framework", "Taxonomy");
    private static final String HTML = "1";

    @ParameterizedTest
    @CsvSource({"crcn, CRCN, 16", "crcn-edu, CRCN-EDU, 19"})
    void file_says_what_the_content_says(String id, String prefix, int competences) throws IOException {
        Framework framework = ReadContent.read(ContentFiles.in("classpath:content/")).release().frameworks().stream()
                .filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        List<List<String>> rows = rows(framework, prefix);
        assertThat(rows).hasSize(1 + 1 + 5 + competences);
        String expected = rows.stream().map(MoodleFrameworksTests::line).collect(Collectors.joining());
        Path wanted = Files.createDirectories(Path.of("target/moodle-frameworks")).resolve(id + ".csv");
        Files.writeString(wanted, expected);
        assertThat(Path.of("../moodle-config/frameworks").resolve(id + ".csv")).as("copy it from %s", wanted).exists()
                .hasContent(expected);
    }

    private static List<List<String>> rows(Framework framework, String prefix) {
        List<String> steps = framework.id().equals("crcn")
                ? Stream.concat(Stream.of("Non positionné"), IntStream.rangeClosed(1, 8).mapToObj(i -> "Niveau " + i))
                        .toList()
                : List.of("Non positionné", "Confirmé", "Avancé", "Expert");
        List<List<String>> rows = new ArrayList<>(List.of(HEADERS));
        rows.add(row("", prefix, framework.names().getOrDefault("fr", ""), "", String.join(",", steps),
                scale(steps.size(), framework.id().equals("crcn") ? 4 : 2), "1", "domain,competency,skill,skill"));
        for (Framework.Area area : framework.areas()) {
            String areaId = prefix + "-" + area.code().replaceAll("[^0-9]", "");
            rows.add(row("", areaId, area.code() + ". " + area.name(Locale.FRENCH), "", "", "", "", ""));
            for (Framework.Competence competence : area.competences()) {
                String number = competence.code().replaceAll("[^0-9.]", "");
                rows.add(row(areaId, prefix + "-" + number, number + ". " + competence.name(Locale.FRENCH),
                        competence.description(Locale.FRENCH), "", "", "", ""));
            }
        }
        return rows;
    }

    /** The first step is where everybody begins; from {@code proficient} on, Moodle counts a person as competent. */
    private static String scale(int steps, int proficient) {
        return IntStream.rangeClosed(1, steps)
                .mapToObj(step -> "{\"id\":" + step + ",\"scaledefault\":" + (step == 1 ? 1 : 0) + ",\"proficient\":"
                        + (step >= proficient ? 1 : 0) + "}")
                .collect(Collectors.joining(",", "[{\"scaleid\":\"0\"},", "]"));
    }

    private static List<String> row(String parent, String id, String name, String description, String scale,
            String scaleConfiguration, String isFramework, String taxonomy) {
        return List.of(parent, id, name, description.isEmpty() ? "" : "<p>" + description + "</p>", HTML, scale,
                scaleConfiguration, "", "", "", "", "", isFramework, taxonomy);
    }

    private static String line(List<String> cells) {
        return cells.stream().map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"").collect(Collectors.joining(","))
                + "\n";
    }
}
