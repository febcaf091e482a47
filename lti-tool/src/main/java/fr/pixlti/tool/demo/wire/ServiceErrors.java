package fr.pixlti.tool.demo.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How Moodle's services say no: a JSON body that repeats the request, or the page of a program that broke. */
final class ServiceErrors {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final MediaType JSON = new MediaType("application", "json", StandardCharsets.UTF_8);
    private static final String PAGE = "<!DOCTYPE html><html lang=\"en\"><title>Error</title><h1>Error</h1></html>";

    private ServiceErrors() {}

    static ResponseEntity<byte[]> answer(ServiceRefusal refusal, HttpServletRequest request) {
        HttpStatus status = HttpStatus.valueOf(refusal.status());
        String words = String.valueOf(refusal.getMessage());
        String reason = words.isEmpty() ? status.getReasonPhrase() : words;
        request.setAttribute(JournalInterceptor.DETAIL, reason);
        return refusal.broken()
                ? body(status, HTML, PAGE)
                : body(status, JSON, ServiceCall.write(details(refusal.status(), reason, request)));
    }

    private static Map<String, Object> details(int status, String reason, HttpServletRequest request) {
        String query = request.getQueryString();
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("method", request.getMethod());
        asked.put("url", request.getRequestURI() + (query == null ? "" : "?" + query));
        asked.put("accept", ServicesController.header(request, HttpHeaders.ACCEPT));
        asked.put("contentType", ServicesController.header(request, HttpHeaders.CONTENT_TYPE).split(";", 2)[0]);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("status", status);
        details.put("reason", reason);
        details.put("request", asked);
        return details;
    }

    private static ResponseEntity<byte[]> body(HttpStatus status, MediaType type, String text) {
        return ResponseEntity.status(status).contentType(type).body(text.getBytes(StandardCharsets.UTF_8));
    }
}
