package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.shared.PdfFiles;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The attestations of a path in one PDF, a page for each pupil. */
@Component
class AttestationFile {

    private final PdfFiles files;
    private final Clock clock;

    AttestationFile(PdfFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    /**
     * Writes the file.
     *
     * @param path name of the path, for the file's title: no pupil's name stands in it
     * @param attestations at least one, in the order of the pages
     * @throws java.io.UncheckedIOException when the reader is gone
     */
    void write(String path, List<AttestationPage> attestations, Locale reader, OutputStream out) {
        files.write("campaign/attestation", reader,
                Map.of("path", path, "attestations", attestations, "madeAt", clock.instant()), out);
    }
}
