package fr.pixlti.tool.content.domain.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.content.domain.exchange.Question.Answer;
import fr.pixlti.tool.content.domain.exchange.Question.Gap;
import fr.pixlti.tool.content.domain.exchange.Question.GapKind;
import fr.pixlti.tool.content.domain.exchange.Question.Media;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class QtiPackageTests {

    private static final BigDecimal FULL = BigDecimal.valueOf(100);
    private static final BigDecimal NONE = BigDecimal.ZERO;

    @Test
    void matching_ordering_tolerances_and_files_come_back() throws IOException {
        List<Question.Body> bodies = List.of(
                new Question.Matching(List.of(new Question.Pair("<p>Fr</p>", "Paris"), new Question.Pair("It", "Rome"),
                        new Question.Pair("", "Oslo & co"))),
                new Question.Ordering(List.of("Un", "<b>Deux</b>", "Trois")),
                new Question.Typed(
                        new Gap(GapKind.NUMBER, false, List.of(new Answer("12", FULL, new BigDecimal("0.5"))))),
                new Question.Typed(new Gap(GapKind.TEXT, true, List.of(new Answer("aB", FULL, NONE),
                        new Answer("ab", NONE, NONE)))));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (QtiWriter writer = new QtiWriter(file)) {
            for (int i = 0; i < bodies.size(); i++) {
                writer.write(new Question("Q" + i, "q" + i, List.of("a", "b"), "B", List.of("level:2"),
                        "<p>Voyez <img src=\"@@PLUGINFILE@@/a.png\" alt=\"x\"></p>", "<p>Car.</p>", bodies.get(i),
                        List.of(new Media("a.png", new byte[]{(byte) i})), List.of()));
            }
        }
        List<Question> questions = ReadQuestions.in(file.toByteArray(), 10);
        assertThat(questions).extracting(Question::body).isEqualTo(bodies);
        assertThat(questions).allSatisfy(question -> {
            assertThat(question.category()).containsExactly("a", "b");
            assertThat(question.categoryTitle()).isEqualTo("B");
            assertThat(question.tags()).containsExactly("level:2");
            assertThat(question.prompt()).contains("<img src=\"@@PLUGINFILE@@/a.png\" alt=\"x\">");
            assertThat(question.feedback()).isEqualTo("<p>Car.</p>");
        });
        assertThat(questions.get(3).media().getFirst().bytes()).containsExactly(3);
    }

    @Test
    void items_of_qti_2_are_read_and_other_interactions_reported() throws IOException {
        byte[] zip = zip(Map.of("a.xml",
                """
                        <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="a" title="Vieux">
                        <responseDeclaration identifier="R" cardinality="single" baseType="identifier"><correctResponse>
                        <value>B</value></correctResponse></responseDeclaration>
                        <itemBody><choiceInteraction responseIdentifier="R" shuffle="true" maxChoices="1"><prompt>Lequel ?</prompt>
                        <simpleChoice identifier="A">a</simpleChoice><simpleChoice identifier="B">b</simpleChoice>
                        <simpleChoice identifier="C">c</simpleChoice></choiceInteraction></itemBody></assessmentItem>""",
                "b.xml", item("b", "<p>Où ?</p><qti-gap-match-interaction response-identifier=\"R\"/>"),
                "c.xml", item("c", "<p>Où ?</p><qti-hotspot-interaction response-identifier=\"R\"/>"),
                "d.xml", item("d", "<p>Dites.</p><qti-extended-text-interaction response-identifier=\"R\"/>")));
        Imported imported = Imported.of(zip);
        assertThat(imported.notes("Vieux")).containsExactly(Note.NO_CORRECTION);
        assertThat(imported.read().release().items()).hasSize(1);
        assertThat(imported.line("b").remarks())
                .containsExactly(Remark.of(Note.NOT_KNOWN, "qti-gap-match-interaction"));
        assertThat(imported.notes("c")).containsExactly(Note.NOT_ON_PICTURE);
        assertThat(imported.notes("d")).containsExactly(Note.NOT_BY_HAND);
    }

    private static String item(String id, String body) {
        return "<qti-assessment-item xmlns=\"http://www.imsglobal.org/xsd/imsqtiasi_v3p0\" identifier=\"" + id
                + "\" title=\"" + id + "\"><qti-item-body>" + body + "</qti-item-body></qti-assessment-item>";
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
