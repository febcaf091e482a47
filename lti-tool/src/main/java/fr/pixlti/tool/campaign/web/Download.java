package fr.pixlti.tool.campaign.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * A file handed out: named, kept by nobody on the way, and written while it is made. The response is left alone until the
 * first bytes come, so what is refused before becomes a page like any other; what fails once bytes are on their way breaks
 * the connection, so that the browser says that the file is not whole.
 */
final class Download extends OutputStream {

    private static final int LONGEST_NAME = 80;

    private final HttpServletResponse response;
    private final String fileName;
    private final String mediaType;
    private @Nullable OutputStream out;

    /** @param name in the reader's words, without its extension; what file systems refuse is replaced */
    Download(HttpServletResponse response, String name, String extension, String mediaType) {
        this.response = response;
        this.fileName = safe(name) + "." + extension;
        this.mediaType = mediaType;
    }

    @Override
    public void write(int octet) throws IOException {
        out().write(octet);
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
        out().write(octets, from, length);
    }

    @Override
    public void flush() throws IOException {
        if (out != null) {
            out.flush();
        }
    }

    private OutputStream out() throws IOException {
        OutputStream opened = out;
        if (opened == null) {
            response.setContentType(mediaType);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                    .filename(fileName, StandardCharsets.UTF_8).build().toString());
            opened = response.getOutputStream();
            out = opened;
        }
        return opened;
    }

    private static String safe(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}/\\\\:*?\"<>|]+", " ").replaceAll("\\s+", " ")
                .replaceAll("^[. ]+|[. ]+$", "");
        int end = plain.offsetByCodePoints(0, Math.min(LONGEST_NAME, plain.codePointCount(0, plain.length())));
        return end == 0 ? "pix" : plain.substring(0, end);
    }
}
