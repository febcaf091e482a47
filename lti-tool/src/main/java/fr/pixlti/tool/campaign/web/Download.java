package fr.pixlti.tool.campaign.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** A file handed out: named, kept by nobody on the way, and written while it is made. */
final class Download {

    private static final int LONGEST_NAME = 80;

    private Download() {}

    /**
     * Where to write the file. What fails before the first bytes are on their way still becomes an error page; what fails
     * after breaks the connection, so that the browser says that the file is not whole.
     *
     * @param name in the reader's words, without its extension; what file systems refuse is replaced
     */
    static OutputStream begin(HttpServletResponse response, String name, String extension, String mediaType)
            throws IOException {
        response.setContentType(mediaType);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                .filename(safe(name) + "." + extension, StandardCharsets.UTF_8).build().toString());
        return response.getOutputStream();
    }

    private static String safe(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}/\\\\:*?\"<>|]+", " ")
                .replaceAll("\\s+", " ").replaceAll("^[. ]+|[. ]+$", "");
        int end = plain.offsetByCodePoints(0, Math.min(LONGEST_NAME, plain.codePointCount(0, plain.length())));
        return end == 0 ? "pix" : plain.substring(0, end);
    }
}
