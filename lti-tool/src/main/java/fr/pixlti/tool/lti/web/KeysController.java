package fr.pixlti.tool.lti.web;

import fr.pixlti.tool.lti.domain.ToolKeyRing;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The tool's public keys, for everybody. Each has an alg: without one Moodle fetches them at every check. */
@Controller
class KeysController {

    private static final Duration CACHED = Duration.ofMinutes(5);

    private final ToolKeyRing keys;

    KeysController(ToolKeyRing keys) {
        this.keys = keys;
    }

    @GetMapping("/.well-known/jwks.json")
    ResponseEntity<String> keys() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.maxAge(CACHED).cachePublic()).body(keys.publicKeys());
    }
}
