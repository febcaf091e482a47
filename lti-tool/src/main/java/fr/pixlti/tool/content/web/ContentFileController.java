package fr.pixlti.tool.content.web;

import fr.pixlti.tool.content.domain.HeldContent;
import fr.pixlti.tool.content.domain.ServedFile;
import fr.pixlti.tool.shared.DomainError;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands out the pictures and files of items. For everybody: the address of a file gives no answer away. */
@Controller
class ContentFileController {

    private static final String IMMUTABLE = "public, max-age=31536000, immutable";
    private static final String CHECK_AGAIN = "no-cache";

    private final HeldContent content;

    ContentFileController(HeldContent content) {
        this.content = content;
    }

    /** Paths are looked up among the files that items refer to, never on a disk. */
    @GetMapping("/content/{release}/{*path}")
    ResponseEntity<byte[]> file(@PathVariable String release, @PathVariable String path) {
        Optional<ServedFile> own = content.file(release, path.substring(1));
        // The page of a release that is nowhere gets today's file but must not keep it.
        String caching = own.isPresent() ? IMMUTABLE : CHECK_AGAIN;
        ServedFile file = own.or(() -> content.file(path.substring(1)))
                .orElseThrow(() -> DomainError.notFound("content.file-gone"));
        ResponseEntity.BodyBuilder response = ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, file.type())
                .header(HttpHeaders.CACHE_CONTROL, caching).header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'");
        if (!file.picture()) {
            response.header(HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename(file.name()).build().toString());
        }
        return response.contentLength(file.bytes().length).body(file.bytes());
    }
}
