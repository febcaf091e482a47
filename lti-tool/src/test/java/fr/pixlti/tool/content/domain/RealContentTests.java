package fr.pixlti.tool.content.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Framework;
import fr.pixlti.tool.content.Skill;
import fr.pixlti.tool.content.Topic;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The content that is delivered. */
@org.junit.jupiter.api.Tag("content")
class RealContentTests {

    private static final Content CONTENT = ReadContent.read(ContentFiles.in("classpath:content/"));
    private static final ContentRelease RELEASE = CONTENT.release();

    @Test
    void framework_has_5_areas_and_16_competences() {
        Framework crcn = RELEASE.frameworks().getFirst();
        assertThat(crcn.id()).isEqualTo("crcn");
        assertThat(crcn.areas()).hasSize(5);
        assertThat(crcn.areas().stream().flatMap(area -> area.competences().stream())).hasSize(16)
                .extracting(Framework.Competence::code).doesNotHaveDuplicates().contains("1.1", "5.2");
    }

    static Stream<String> competences() {
        return RELEASE.topicsByCompetence().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("competences")
    void a_competence_has_enough_to_ask_at_every_level(String competence) {
        List<Topic> topics = RELEASE.topicsOf(competence);
        List<Skill> skills = RELEASE.skillsOf(competence);
        boolean edu = competence.startsWith("e");
        assertThat(topics).hasSizeGreaterThanOrEqualTo(edu ? 3 : 7);
        assertThat(skills).hasSizeGreaterThanOrEqualTo(edu ? 8 : 26);
        Set<Integer> levels = skills.stream().map(Skill::level).collect(Collectors.toSet());
        assertThat(levels).hasSizeGreaterThanOrEqualTo(edu ? 4 : 5);
        if (!edu) {
            assertThat(levels).contains(1, 2, 3, 4, 5);
        }
        assertThat(skills).allSatisfy(skill -> assertThat(skill.items()).as(skill.id()).hasSizeGreaterThanOrEqualTo(2));
    }

    static Stream<String> drawings() {
        return CONTENT.files().keySet().stream().filter(path -> path.endsWith(".svg")).sorted();
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void a_drawing_scales_and_neither_runs_nor_loads_anything(String path) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Element svg = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(CONTENT.file(path).orElseThrow().bytes())).getDocumentElement();
        assertThat(svg.getTagName()).isEqualTo("svg");
        assertThat(svg.getAttribute("viewBox")).isNotEmpty();
        NodeList elements = svg.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            assertInert((Element) elements.item(i));
        }
    }

    private static void assertInert(Element element) {
        assertThat(element.getTagName()).isNotIn("script", "foreignObject", "iframe", "a", "animate", "set");
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            assertThat(attribute.getName()).doesNotStartWith("on");
            if (attribute.getName().endsWith("href")) {
                assertThat(attribute.getValue()).startsWith("#");
            }
            assertThat(attribute.getValue().replaceAll("url\\(#", "")).doesNotContain("url(");
        }
        if (element.getTagName().equals("style")) {
            assertThat(element.getTextContent()).doesNotContain("@import", "url(");
        }
    }
}
