package fr.pixlti.tool.demo.wire;

import com.nimbusds.jose.jwk.JWKSet;
import fr.pixlti.tool.demo.domain.LmsFile;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public key of the LMS, with {@code alg}, {@code kid} and {@code use}. */
@RestController
@Profile("demo")
class KeySetController {

    private final Map<String, Object> keys;

    KeySetController(LmsFile file) {
        this.keys = new JWKSet(file.key().toPublicJWK()).toJSONObject();
    }

    @GetMapping(value = GradeService.ROOT + "/certs", produces = "application/json;charset=utf-8")
    Map<String, Object> keys() {
        return keys;
    }
}
