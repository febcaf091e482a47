package fr.pixlti.tool.content.web;

import fr.pixlti.tool.content.domain.ContentFolder;
import fr.pixlti.tool.content.domain.HeldContent;
import fr.pixlti.tool.content.domain.ServedFile;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.ToolSettings;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands out the pictures and files of items, and simulators. For everybody: the address of a file gives no answer away. */
@Controller
class ContentFileController {

    private static final String IMMUTABLE = "public, max-age=31536000, immutable";
    private static final String CHECK_AGAIN = "no-cache";
    private static final String INERT = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

    /**
     * A simulator runs its own scripts and nothing else: without an origin, so that it reads nothing of the tool's, and
     * without a network. The tool is named twice, since a document without an origin may be nobody's {@code 'self'}, and
     * since a browser may reach the tool by another name than its public one. Anybody's page may frame it: it holds no
     * person's data and does nothing.
     */
    private static final String RUNNING = "sandbox allow-scripts; default-src 'none'; script-src 'self' %1$s; "
            + "style-src 'self' %1$s; img-src 'self' %1$s data:; base-uri 'none'; form-action 'none'";

    private final HeldContent content;
    private final ContentFolder folder;
    private final String running;

    ContentFileController(HeldContent content, ContentFolder folder, ToolSettings settings) {
        this.content = content;
        this.folder = folder;
        this.running = RUNNING.formatted(settings.publicUrl());
    }

    /** Paths are looked up among the files of the content that are for learners, never on a disk. */
    @GetMapping("/content/{release}/{*path}")
    ResponseEntity<byte[]> file(@PathVariable String release, @PathVariable String path) {
        Optional<ServedFile> own = folder.file(release, path.substring(1))
                .or(() -> content.file(release, path.substring(1)));
        // The page of a release that is nowhere gets today's file but must not keep it.
        String caching = own.isPresent() ? IMMUTABLE : CHECK_AGAIN;
        ServedFile file = own.or(() -> content.file(path.substring(1)))
                .orElseThrow(() -> DomainError.notFound("content.file-gone"));
        ResponseEntity.BodyBuilder response = ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, file.type())
                .header(HttpHeaders.CACHE_CONTROL, caching).header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", file.use() == ServedFile.Use.RUN ? running : INERT);
        switch (file.use()) {
            case HANDED_OUT -> response.header(HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename(file.name()).build().toString());
            // Said here, since otherwise Spring calls scripts f.txt.
            case RUN -> response.header(HttpHeaders.CONTENT_DISPOSITION, "inline");
            case SHOWN -> {
            }
        }
        return response.contentLength(file.bytes().length).body(file.bytes());
    }
}
