package fr.pixlti.tool.demo.wire;

import fr.pixlti.tool.demo.domain.Course;
import fr.pixlti.tool.demo.domain.ToolRegistration;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The services behind one address, as in Moodle: the first service whose media type <em>and</em> path suit answers,
 * so that a wrong media type is a 400 "No handler found" whatever else the request holds.
 */
@RestController
@Profile("demo")
class ServicesController {

    private static final String BEARER = "Bearer ";
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final List<ServiceResource> resources;
    private final AccessTokens tokens;
    private final ToolRegistration tool;

    ServicesController(List<ServiceResource> resources, AccessTokens tokens, ToolRegistration tool) {
        this.resources = resources;
        this.tokens = tokens;
        this.tool = tool;
    }

    @RequestMapping(GradeService.ROOT + "/services/**")
    ResponseEntity<byte[]> serve(HttpServletRequest request, @RequestBody(required = false) byte @Nullable [] body) {
        try {
            String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
            return answer(dispatch(request, text), request);
        } catch (ServiceRefusal e) {
            return ServiceErrors.answer(e, request);
        }
    }

    private ServiceAnswer dispatch(HttpServletRequest request, String body) {
        String method = request.getMethod();
        String accept = header(request, HttpHeaders.ACCEPT);
        String contentType = header(request, HttpHeaders.CONTENT_TYPE).split(";", 2)[0];
        String path = request.getRequestURI();
        path = path.substring(path.indexOf("/services/") + "/services".length());
        String rest = path.substring(Math.max(path.indexOf('/', 1), 0));
        for (ServiceResource resource : resources) {
            Matcher matcher = resource.path().matcher(rest);
            if (speaks(resource, method, accept, contentType) && matcher.matches()) {
                String item = matcher.groupCount() == 0 ? "" : matcher.group(1);
                return execute(resource, request, "GET".equals(method) ? accept : contentType, item, body,
                        path.startsWith("/" + Course.ID + "/"));
            }
        }
        throw new ServiceRefusal(400, "No handler found for " + path + " " + accept + " " + contentType);
    }

    private static boolean speaks(ServiceResource resource, String method, String accept, String contentType) {
        return switch (method) {
            case "GET" -> accept.isEmpty() || accept.contains("*/*") || resource.formats().contains(accept);
            case "DELETE" -> true;
            default -> resource.formats().contains(contentType);
        };
    }

    private ServiceAnswer execute(ServiceResource resource, HttpServletRequest request, String mediaType, String item,
            String body, boolean knownCourse) {
        String method = request.getMethod();
        if (!resource.methods().contains(method)) {
            throw new ServiceRefusal(405, "");
        }
        String client = client(request, resource.scopes(method));
        Map<String, String> query = query(request);
        String deployment = query.getOrDefault("type_id", "");
        if (!deployment.isEmpty() && !tool.client(deployment).filter(client::equals).isPresent()) {
            throw new ServiceRefusal(401, "");
        }
        ServiceCall call = new ServiceCall(method, mediaType, item, query, body, client, deployment);
        if (!resource.accepts(call)) {
            throw new ServiceRefusal(400, "No context or unsupported content type");
        }
        if (!knownCourse) {
            throw new ServiceRefusal(404, "Not Found: Course doesn't exist");
        }
        return resource.execute(call);
    }

    private String client(HttpServletRequest request, List<String> scopes) {
        String header = header(request, HttpHeaders.AUTHORIZATION);
        if (!header.startsWith(BEARER)) {
            throw new ServiceRefusal(401, "");
        }
        return tokens.grant(header.substring(BEARER.length()))
                .filter(grant -> grant.scopes().stream().anyMatch(scopes::contains)).map(AccessTokens.Grant::clientId)
                .orElseThrow(() -> new ServiceRefusal(401, ""));
    }

    private static Map<String, String> query(HttpServletRequest request) {
        Map<String, String> query = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> query.put(name, values[values.length - 1]));
        return query;
    }

    static String header(HttpServletRequest request, String name) {
        String value = request.getHeader(name);
        return value == null ? "" : value;
    }

    private static ResponseEntity<byte[]> answer(ServiceAnswer answer, HttpServletRequest request) {
        request.setAttribute(JournalInterceptor.DETAIL, answer.detail());
        MediaType type = answer.mediaType() == null
                ? HTML
                : new MediaType(MediaType.parseMediaType(answer.mediaType()), StandardCharsets.UTF_8);
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(type);
        if (answer.link() != null) {
            headers.set(HttpHeaders.LINK, answer.link());
        }
        return new ResponseEntity<>(answer.body().getBytes(StandardCharsets.UTF_8), headers, answer.status());
    }
}
