package fr.pixlti.tool.shared;

import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;

/** Makes PDF files that can be kept and read aloud: fonts inside, tagged, with title and language. */
public interface PdfFiles {

    /**
     * Writes a PDF once all of it is made: before that, nothing is written.
     *
     * @param template a Thymeleaf page with its own style and a title; it gets nothing from the network
     * @param reader language of the template's messages
     * @param model what the template reads; {@code timeZone}, that of the readers, is there besides
     * @param out stays open
     * @throws java.io.UncheckedIOException when the reader is gone
     */
    void write(String template, Locale reader, Map<String, Object> model, OutputStream out);
}
