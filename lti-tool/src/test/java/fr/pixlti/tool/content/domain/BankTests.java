package fr.pixlti.tool.content.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Needs;
import fr.pixlti.tool.content.Skill;
import fr.pixlti.tool.content.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of the bank as a whole, beyond each file by itself. */
@Tag("content")
class BankTests {

    private static final Path README = Path.of("src/main/resources/content/README.md");
    private static final String TABLE = "\\| %s \\|.*\\|\\n(?:\\|.*\\|\\n)+";
    private static final Pattern SIZE = Pattern.compile("(\\d+(?:,\\d+)?)[ \u00a0\u202f](octets|Ko|Mo)");
    private static final double MOST_QCU = 0.4;
    private static final int HIGHEST_STEP = 4;

    private static final Content CONTENT = ReadContent.read(ContentFiles.in("classpath:content/"));
    private static final ContentRelease RELEASE = CONTENT.release();

    /** With {@code -Dcontent.table=write} the table is written instead. */
    @ParameterizedTest
    @ValueSource(strings = {"Competence", "Path"})
    void the_tables_in_the_readme_are_those_of_the_bank(String first) throws IOException {
        String readme = Files.readString(README);
        Matcher table = Pattern.compile(TABLE.formatted(first)).matcher(readme);
        assertThat(table.find()).as("a table in " + README).isTrue();
        String now = (first.equals("Path") ? Coverage.paths(RELEASE) : Coverage.table(RELEASE)) + "\n";
        if ("write".equals(System.getProperty("content.table"))) {
            Files.write(README,
                    (readme.substring(0, table.start()) + now + readme.substring(table.end())).getBytes(UTF_8));
        } else {
            assertThat(table.group()).as("write it anew with -Dcontent.table=write").isEqualTo(now);
        }
    }

    @Test
    void few_items_only_ask_to_choose_one_answer() {
        long qcu = RELEASE.items().values().stream().filter(item -> "qcu".equals(Coverage.kind(item))).count();
        assertThat(qcu / (double) RELEASE.items().size()).isLessThanOrEqualTo(MOST_QCU);
    }

    @Test
    void ladders_have_no_wide_holes() {
        List<String> holes = new ArrayList<>();
        for (Topic topic : RELEASE.topics().values()) {
            int below = topic.skills().getFirst().level();
            for (Skill skill : topic.skills()) {
                if (skill.level() - below > HIGHEST_STEP) {
                    holes.add(topic.id() + " from " + below + " to " + skill.level());
                }
                below = skill.level();
            }
        }
        assertThat(holes).isEmpty();
    }

    /** Or its level would stay unknown of whoever has that need. */
    @ParameterizedTest
    @CsvSource({"true, false", "false, true", "true, true"})
    void of_every_skill_something_suits_whoever_has_a_need(boolean screenReader, boolean colours) {
        Needs needs = new Needs(screenReader, colours);
        assertThat(RELEASE.skills().values()).filteredOn(skill -> !Coverage.offers(skill, needs)).extracting(Skill::id)
                .isEmpty();
    }

    @Test
    void no_two_items_are_the_same() {
        Map<String, String> seen = new HashMap<>();
        RELEASE.items().values().forEach(item -> {
            String other = seen.put(Texts.whole(item), item.id());
            assertThat(other).as("the same as " + item.id()).isNull();
        });
    }

    /** Otherwise whoever knows nothing would be right by choosing it. */
    @Test
    void the_longest_choice_is_not_right_more_often_than_others() {
        List<Item.Choose> qcu = RELEASE.items().values().stream().map(Item::work).filter(Item.Choose.class::isInstance)
                .map(Item.Choose.class::cast).filter(choose -> !choose.several()).toList();
        long longest = qcu.stream().filter(choose -> {
            int most = choose.choices().stream().mapToInt(choice -> choice.html().length()).max().orElse(0);
            return choose.choices().stream().allMatch(choice -> choice.right() == (choice.html().length() == most));
        }).count();
        double chance = qcu.stream().mapToDouble(choose -> 1.0 / choose.choices().size()).sum();
        assertThat((double) longest).isLessThan(1.4 * chance);
    }

    /** What a label says of a file's size, for those who pay for what they load. */
    @Test
    void labels_tell_the_size_of_their_files() {
        List<String> wrong = new ArrayList<>();
        RELEASE.items().values().forEach(item -> item.attachments().forEach(attachment -> {
            Matcher size = SIZE.matcher(attachment.label());
            int bytes = CONTENT.file(attachment.path()).orElseThrow().bytes().length;
            if (size.find() && !agrees(size.group(1), size.group(2), bytes)) {
                wrong.add(item.id() + ": " + attachment.label() + ", which has " + bytes);
            }
        }));
        assertThat(wrong).isEmpty();
    }

    private static boolean agrees(String number, String unit, int bytes) {
        double told = Double.parseDouble(number.replace(',', '.'));
        double unitBytes = switch (unit.toLowerCase(Locale.ROOT)) {
            case "mo" -> 1_000_000;
            case "ko" -> 1_000;
            default -> 1;
        };
        // Told in units of 1,000 or 1,024, rounded, never as nothing.
        return Stream.of(unitBytes, unitBytes * 1.024, unitBytes * 1.024 * 1.024)
                .anyMatch(each -> Math.abs(bytes / each - told) <= 0.51 || told == 1 && bytes < each);
    }
}
