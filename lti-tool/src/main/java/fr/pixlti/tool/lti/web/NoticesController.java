package fr.pixlti.tool.lti.web;

import fr.pixlti.tool.lti.domain.ReceiveNotices;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where platforms send notices. Every notice proves by its signature whose it is. */
@Controller
class NoticesController {

    private static final int LONGEST = 2 * 1024 * 1024;
    private static final int MOST = 200;

    private final ReceiveNotices receiveNotices;
    private final JsonMapper json = new JsonMapper();

    NoticesController(ReceiveNotices receiveNotices) {
        this.receiveNotices = receiveNotices;
    }

    /** 202 when a notice was kept; 400 when there is none, or more than anybody sends; 401 when none is right. */
    @PostMapping("/lti/notices")
    ResponseEntity<Void> notices(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LONGEST + 1);
        List<String> tokens = bytes.length > LONGEST ? List.of() : tokens(bytes);
        if (tokens.isEmpty() || tokens.size() > MOST) {
            return ResponseEntity.badRequest().build();
        }
        return ResponseEntity.status(receiveNotices.handle(tokens) ? HttpStatus.ACCEPTED : HttpStatus.UNAUTHORIZED)
                .build();
    }

    private List<String> tokens(byte[] body) {
        List<String> tokens = new ArrayList<>();
        try {
            for (JsonNode notice : json.readTree(body).path("notices")) {
                tokens.add(notice.path("jwt").asString(""));
            }
        } catch (JacksonException e) {
            // No JSON at all: nothing is notified.
            return List.of();
        }
        return tokens;
    }
}
