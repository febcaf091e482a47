package fr.pixlti.tool.campaign.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.testing.ToolTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ToolTest
class AttestationFileTests {

    private static final String PATH = "Bien utiliser les outils numériques et les réseaux sociaux";
    /** The 21st in Paris, still the 20th in UTC. */
    private static final Instant LATE = Instant.parse("2026-11-20T23:05:00Z");

    @Autowired
    private AttestationFile attestations;

    @Test
    void names_the_pupil_the_path_the_day_and_the_result() throws IOException {
        try (PDDocument file = file(Locale.FRENCH,
                page("Zoé Lefèvre-Œuvrard", "6e B, collège Jean-Moulin", 48, 2, 3))) {
            assertThat(text(file)).contains("Attestation", "remise à", "Zoé Lefèvre-Œuvrard",
                    "6e B, collège Jean-Moulin", PATH, "qui a terminé ce parcours le 21 novembre 2026.",
                    "Taux de maîtrise : 48 %",
                    "2 étoiles sur 3", "Elle n'est pas la certification Pix.");
            assertThat(file.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void leaves_out_what_there_is_not() throws IOException {
        try (PDDocument file = file(Locale.ENGLISH, page("Zoé", null, 100, 0, 0))) {
            assertThat(text(file)).contains("given to", "on 21 November 2026", "Mastery rate: 100%")
                    .doesNotContain("star", "null");
        }
    }

    @Test
    void a_class_is_one_file_with_a_page_each_in_order() throws IOException {
        List<AttestationPage> all = new ArrayList<>();
        for (int i = 1; i <= 30; i++) {
            all.add(page("Élève n° " + i + ".", "6e B", i, 0, 0));
        }
        try (PDDocument file = file(Locale.FRENCH, all.toArray(AttestationPage[]::new))) {
            assertThat(file.getNumberOfPages()).isEqualTo(30);
            PDFTextStripper words = new PDFTextStripper();
            words.setStartPage(17);
            words.setEndPage(17);
            assertThat(words.getText(file)).contains("Élève n° 17.", "17 %").doesNotContain("n° 16.", "n° 18.");
        }
    }

    /** Names of every alphabet of Europe, apostrophes of both kinds, markup, and a name longer than two lines. */
    @Test
    void every_name_is_written_whole_on_one_page() throws IOException {
        List<String> names = List.of("Éléonore d’Aÿ-Ñandú", "Đặng Thị Hồng Nhung", "Łukasz Żółć", "Ğülşah Çağrı",
                "Αθηνά Παπαδοπούλου", "Юлия Щербакова", "<b>Bob</b> & \"Zed\"",
                "Marie-Antoinette Josèphe Jeanne de Habsbourg-Lorraine de La Rochefoucauld d'Estissac de Montmorency",
                "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessenschafe");
        for (String name : names) {
            try (PDDocument file = file(Locale.FRENCH, page(name, "6e B", 48, 1, 3))) {
                assertThat(text(file).replaceAll("\\s+", "")).contains(name.replaceAll("\\s+", ""));
                assertThat(file.getNumberOfPages()).isEqualTo(1);
            }
        }
    }

    @Test
    void can_be_kept_and_read_aloud() throws IOException {
        try (PDDocument file = file(Locale.FRENCH, page("Zoé", "6e B", 48, 1, 3))) {
            assertThat(file.getDocumentInformation().getSubject()).isNotBlank();
            assertThat(file.getDocumentInformation().getTitle()).isEqualTo("Attestations : " + PATH);
            assertThat(file.getDocumentCatalog().getLanguage()).isEqualTo("fr");
            assertThat(file.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(file.getDocumentCatalog().getStructureTreeRoot().getKids()).isNotEmpty();
            assertThat(file.getDocumentCatalog().getOutputIntents()).isNotEmpty();
            assertThat(new String(file.getDocumentCatalog().getMetadata().toByteArray(),
                    StandardCharsets.UTF_8)).contains("pdfaid:part", "pdfuaid:part");
            for (PDPage page : file.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).isTrue();
                    assertThat(font.getName()).contains("LiberationSans");
                }
            }
        }
    }

    private static AttestationPage page(String pupil, @Nullable String place, int percent,
            int stars, int ofStars) {
        return new AttestationPage(pupil, place, PATH, LATE, percent, stars, ofStars);
    }

    private PDDocument file(Locale reader, AttestationPage... pages) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        attestations.write(PATH, List.of(pages), reader, out);
        return Loader.loadPDF(out.toByteArray());
    }

    private static String text(PDDocument file) throws IOException {
        return new PDFTextStripper().getText(file).replaceAll("\\s+", " ");
    }
}
