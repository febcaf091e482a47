package fr.pixlti.tool.content.domain.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.assessment.domain.Given;
import fr.pixlti.tool.assessment.domain.Marking;
import fr.pixlti.tool.assessment.domain.Outcome;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Item.Field;
import fr.pixlti.tool.content.Tolerances;
import fr.pixlti.tool.content.domain.Content;
import fr.pixlti.tool.content.domain.ServedFile;
import fr.pixlti.tool.content.domain.exchange.ImportReport.State;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole real bank goes out in each format and comes back with the same keys, marked the same. */
class RoundTripTests {

    private static final ContentRelease REAL = Imported.REAL.release();

    @ParameterizedTest
    @CsvSource({"MOODLE_XML, crcn, 1060", "MOODLE_XML, crcn-edu, 340", "QTI, crcn, 1060", "QTI, crcn-edu, 340",
        "GIFT, crcn, 100", "GIFT, crcn-edu, 20"})
    void keys_and_marking_survive(ExchangeFormat format, String framework, int fewest) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImportReport out = ExportQuestions.write(REAL, path -> Imported.REAL.file(path).map(ServedFile::bytes),
                framework, format, file);
        List<String> written = out.lines().stream().map(ImportReport.Line::item).filter(id -> !id.isEmpty()).toList();
        assertThat(written).hasSizeGreaterThanOrEqualTo(fewest);

        Imported back = Imported.of(file.toByteArray());
        // Pages with scripts are handed out by authors of the tool alone.
        assertThat(back.report().lines()).filteredOn(line -> line.state() == State.REFUSED)
                .allSatisfy(line -> assertThat(line.remarks()).singleElement().satisfies(remark -> {
                    assertThat(remark.note()).isEqualTo(Note.NOT_FILE);
                    assertThat(remark.args().getFirst()).endsWith(".html");
                })).hasSizeLessThanOrEqualTo(2);
        assertThat(back.report().lines()).hasSameSizeAs(written);
        Content content = back.read();
        assertThat(content.release().items()).hasSize(written.size() - (int) back.report().count(State.REFUSED));
        for (int i = 0; i < written.size(); i++) {
            if (back.report().lines().get(i).state() == State.REFUSED) {
                continue;
            }
            Item before = REAL.item(written.get(i));
            Item after = content.release().item(back.report().lines().get(i).item());
            assertSameWork(before, after, format);
            assertSameMarking(before, after, format);
            assertSameFiles(before, after, content);
            assertThat(words(after.correction())).as(before.id()).isEqualTo(words(before.correction()));
            assertThat(after.timer() == null || before.timer() != null).isTrue();
        }
    }

    private static void assertSameWork(Item before, Item after, ExchangeFormat format) {
        String id = before.id();
        switch (before.work()) {
            case Item.Choose choose -> {
                assertThat(after.work()).as(id).isEqualTo(format == ExchangeFormat.GIFT
                        ? new Item.Choose(choose.several(), choose.choices(), true)
                        : choose);
                assertThat(words(after.instruction())).as(id).isEqualTo(words(before.instruction()));
            }
            case Item.Fill(Field field) -> {
                assertThat(after.work()).as(id).isInstanceOf(Item.Fill.class);
                Field other = ((Item.Fill) after.work()).field();
                assertThat(other.label()).as(id).isEqualTo(field.label());
                assertSameField(id, field, other);
                assertThat(words(after.instruction())).as(id).isEqualTo(words(before.instruction()));
            }
            case Item.FillSeveral several -> {
                assertThat(after.work()).as(id).isInstanceOf(Item.FillSeveral.class);
                Item.FillSeveral other = (Item.FillSeveral) after.work();
                assertThat(other.fields()).as(id).hasSameSizeAs(several.fields());
                for (int i = 0; i < several.fields().size(); i++) {
                    assertSameField(id, several.fields().get(i), other.fields().get(i));
                }
                assertThat(words(whole(after)).replace(":", "")).as(id)
                        .isEqualTo(words(whole(before)).replace(":", ""));
            }
            default -> throw new AssertionError(id + " has no counterpart in files");
        }
    }

    private static void assertSameField(String id, Field before, Field after) {
        assertThat(after.format()).as(id).isEqualTo(before.format());
        assertThat(Set.copyOf(after.options())).as(id).isEqualTo(Set.copyOf(before.options()));
        assertThat(after.tolerances()).as(id).isEqualTo(before.tolerances());
        assertThat(plain(after, after.answers())).as(id).isEqualTo(plain(before, before.answers()));
        if (before.options().isEmpty()) {
            assertThat(plain(after, after.refused())).as(id).isEqualTo(plain(before, before.refused().stream()
                    .filter(wrong -> before.format() == Item.Format.TEXT || Tolerances.number(wrong).isPresent())
                    .toList()));
        }
    }

    private static Set<String> plain(Field field, List<String> answers) {
        Set<String> plain = new TreeSet<>();
        answers.forEach(answer -> plain.add(field.format() == Item.Format.NUMBER
                ? Tolerances.number(answer).orElseThrow().stripTrailingZeros().toPlainString()
                : answer.replace('\u00a0', ' ').replace('\u202f', ' ').strip()));
        return plain;
    }

    private static void assertSameMarking(Item before, Item after, ExchangeFormat format) {
        for (Given given : givens(before)) {
            Given other = renamed(before, after, given);
            assertThat(Marking.mark(after, other, false)).as("%s: %s", before.id(), given)
                    .isEqualTo(Marking.mark(before, given, false));
        }
        assertThat(givens(before)).as("%s in %s", before.id(), format)
                .anyMatch(given -> Marking.mark(before, given, false) == Outcome.RIGHT);
    }

    /** Every selection, or every keyed and every refused answer beside right ones. */
    private static List<Given> givens(Item item) {
        List<Given> givens = new ArrayList<>();
        if (item.work() instanceof Item.Choose choose) {
            for (int bits = 1; bits < 1 << choose.choices().size(); bits++) {
                int selection = bits;
                givens.add(new Given.Chosen(new TreeSet<>(IntStream.range(0, choose.choices().size())
                        .filter(i -> (selection >> i & 1) == 1).boxed().toList())));
            }
            return givens;
        }
        Map<String, String> right = new TreeMap<>();
        Marking.fields(item).forEach(field -> right.put(field.name(), field.answers().getFirst()));
        for (Field field : Marking.fields(item)) {
            List<String> tried = new ArrayList<>(field.answers());
            tried.addAll(field.refused());
            tried.addAll(field.options());
            tried.addAll(field.answers().stream().map(answer -> answer.toUpperCase(java.util.Locale.FRENCH)).toList());
            for (String text : tried) {
                Map<String, String> texts = new TreeMap<>(right);
                texts.put(field.name(), text);
                givens.add(Given.Filled.of(texts));
            }
        }
        return givens;
    }

    private static Given renamed(Item before, Item after, Given given) {
        if (!(given instanceof Given.Filled(var texts))) {
            return given;
        }
        Map<String, String> other = new TreeMap<>();
        List<Field> fields = Marking.fields(before);
        for (int i = 0; i < fields.size(); i++) {
            other.put(Marking.fields(after).get(i).name(), texts.getOrDefault(fields.get(i).name(), ""));
        }
        return Given.Filled.of(other);
    }

    private static void assertSameFiles(Item before, Item after, Content content) {
        Item.Picture was = before.picture();
        Item.Picture is = after.picture();
        assertThat(is == null).as(before.id()).isEqualTo(was == null);
        if (was != null && is != null) {
            assertThat(is.alt()).as(before.id()).isEqualTo(was.alt().replaceAll("\\s+", " "));
            assertThat(bytes(content, is.path())).isEqualTo(bytes(Imported.REAL, was.path()));
        }
        assertThat(after.attachments()).as(before.id()).extracting(Item.Attachment::label)
                .isEqualTo(before.attachments().stream().map(Item.Attachment::label).toList());
        for (int i = 0; i < before.attachments().size(); i++) {
            assertThat(bytes(content, after.attachments().get(i).path()))
                    .isEqualTo(bytes(Imported.REAL, before.attachments().get(i).path()));
        }
    }

    private static byte[] bytes(Content content, String path) {
        return content.file(path).orElseThrow().bytes();
    }

    private static String whole(Item item) {
        StringBuilder whole = new StringBuilder(item.instruction());
        ((Item.FillSeveral) item.work()).parts().forEach(part -> whole.append(part.html() == null ? "" : part.html()));
        return whole.toString();
    }

    private static String words(String html) {
        return Jsoup.parseBodyFragment(html).text().replaceAll("[\\s\\u00a0\\u202f]+", "");
    }
}
