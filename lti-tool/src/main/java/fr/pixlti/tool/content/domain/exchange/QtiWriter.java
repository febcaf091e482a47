package fr.pixlti.tool.content.domain.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a QTI 3.0 package: an item a file, their media beside them, and the manifest last, when all is known. */
final class QtiWriter implements QuestionWriter {

    private final ZipOutputStream zip;
    private final StringBuilder resources = new StringBuilder();
    private final Set<String> identifiers = new HashSet<>();

    QtiWriter(OutputStream out) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    @Override
    public boolean holds(Question question) {
        return !(question.body() instanceof Question.Foreign);
    }

    @Override
    public void write(Question question) throws IOException {
        String identifier = identifier(question.id());
        String path = "items/" + identifier + ".xml";
        QtiItemText item = new QtiItemText(question, identifier);
        entry(path, item.xml().getBytes(StandardCharsets.UTF_8));
        resources.append("    <resource identifier=\"").append(identifier)
                .append("\" type=\"imsqti_item_xmlv3p0\" href=\"").append(path).append("\">\n")
                .append("      <metadata><lom xmlns=\"http://ltsc.ieee.org/xsd/LOM\"><general>");
        keyword(QtiReader.CATEGORY + Categories.written(question.category()));
        if (!question.categoryTitle().isEmpty()) {
            keyword(QtiReader.TITLE + question.categoryTitle());
        }
        question.tags().forEach(this::keyword);
        resources.append("</general></lom></metadata>\n      <file href=\"").append(path).append("\"/>\n");
        for (Question.Media file : question.media()) {
            String name = QtiItemText.mediaPath(identifier, file.name());
            entry(name, file.bytes());
            resources.append("      <file href=\"").append(Html.escape(name)).append("\"/>\n");
        }
        resources.append("    </resource>\n");
    }

    @Override
    public void close() throws IOException {
        entry("imsmanifest.xml", ("""
                <?xml version="1.0" encoding="UTF-8"?>
                <manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1" identifier="pixlti">
                  <metadata><schema>QTI Package</schema><schemaversion>3.0.0</schemaversion></metadata>
                  <organizations/>
                  <resources>
                %s  </resources>
                </manifest>
                """.formatted(resources)).getBytes(StandardCharsets.UTF_8));
        zip.finish();
        zip.flush();
    }

    private void keyword(String keyword) {
        resources.append("<keyword><string>").append(Html.escape(MoodleXmlWriter.printable(keyword)))
                .append("</string></keyword>");
    }

    private void entry(String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0); // the same questions make the same bytes
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private String identifier(String id) {
        String plain = id.replaceAll("[^A-Za-z0-9._-]", "-");
        String start = plain.isEmpty() || !Character.isLetter(plain.charAt(0)) ? "q-" + plain : plain;
        String identifier = start;
        for (int i = 2; !identifiers.add(identifier); i++) {
            identifier = start + "-" + i;
        }
        return identifier;
    }
}
