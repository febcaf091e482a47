package fr.pixlti.tool.demo.wire;

import fr.pixlti.tool.demo.domain.Gradebook;
import fr.pixlti.tool.demo.domain.LineItem;
import fr.pixlti.tool.demo.domain.ToolRegistration;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** The columns a tool may see, and new ones (AGS 2.0 §3.2). */
@Component
@Profile("demo")
@Order(2)
class LineItemsResource implements ServiceResource {

    private static final String CONTAINER = "application/vnd.ims.lis.v2.lineitemcontainer+json";
    private static final Pattern PATH = Pattern.compile("/lineitems");

    private final Columns columns;
    private final Gradebook gradebook;
    private final ToolRegistration tool;

    LineItemsResource(Columns columns, Gradebook gradebook, ToolRegistration tool) {
        this.columns = columns;
        this.gradebook = gradebook;
        this.tool = tool;
    }

    @Override
    public Pattern path() {
        return PATH;
    }

    @Override
    public List<String> formats() {
        return List.of(CONTAINER, LineItemResource.FORMAT);
    }

    @Override
    public List<String> methods() {
        return List.of("GET", "POST");
    }

    @Override
    public List<String> scopes(String method) {
        return "GET".equals(method)
                ? List.of(GradeService.LINE_ITEM, GradeService.LINE_ITEM_READ)
                : List.of(GradeService.LINE_ITEM);
    }

    /** The list is asked for as a container, a new column is given as a line item; any type at all is one too many. */
    @Override
    public boolean accepts(ServiceCall call) {
        return call.get()
                ? call.mediaType().isEmpty() || CONTAINER.equals(call.mediaType())
                : LineItemResource.FORMAT.equals(call.mediaType());
    }

    @Override
    public ServiceAnswer execute(ServiceCall call) {
        return call.get() ? list(call) : add(call);
    }

    private ServiceAnswer list(ServiceCall call) {
        List<LineItem> found = gradebook.columns().stream().filter(column -> columns.owns(call, column))
                .filter(column -> suits(call, column)).toList();
        int limit = call.integer("limit");
        int from = Math.min(call.integer("from"), found.size());
        List<LineItem> page = limit > 0 ? found.subList(from, Math.min(from + limit, found.size())) : found;
        List<ObjectNode> json = page.stream().map(columns::json).toList();
        return new ServiceAnswer(200, CONTAINER, ServiceCall.write(json), limit > 0 ? link(limit, from) : null, "");
    }

    private static boolean suits(ServiceCall call, LineItem column) {
        String link = call.parameter("resource_link_id").orElse(call.parameter("lti_link_id").orElse(null));
        return matches(call.parameter("resource_id").orElse(null), column.resourceId())
                && matches(call.parameter("tag").orElse(null), column.tag()) && matches(link, column.linkId());
    }

    private static boolean matches(@Nullable String asked, @Nullable String held) {
        return asked == null || asked.equals(held);
    }

    /** Typographic quotes where straight ones belong, so that no parser finds the next page. */
    private String link(int limit, int from) {
        String base = "<" + tool.issuer() + GradeService.PATH + "/lineitems?limit=" + limit + "&from=";
        String text = base + 0 + ">; rel=“first”, " + base + from + ">; rel=“canonical”, " + base + (from + limit)
                + ">; rel=“next”";
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** Answers what was sent with its new address; of that, dates and gradesReleased are not stored. */
    private ServiceAnswer add(ServiceCall call) {
        ObjectNode json = call.json();
        double maximum = Columns.maximum(json);
        String deployment = columns.deployment(call);
        String link = columns.link(json, deployment);
        LineItem column = gradebook.add(Columns.orEmpty(json, "label"), maximum, Columns.orEmpty(json, "resourceId"),
                Columns.orEmpty(json, "tag"), link, deployment);
        json.put("id", GradeService.url(tool, column));
        return ServiceAnswer.of(201, LineItemResource.FORMAT, ServiceCall.write(json), column.label());
    }
}
