package fr.pixlti.tool.demo.wire;

import fr.pixlti.tool.demo.domain.Gradebook;
import fr.pixlti.tool.demo.domain.LineItem;
import fr.pixlti.tool.demo.domain.ToolRegistration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * One column (AGS 2.0 §3.2). A PUT erases the resource id, the tag and the link that it does not repeat; the column that
 * came with an activity remains the activity's.
 */
@Component
@Profile("demo")
@Order(1)
class LineItemResource implements ServiceResource {

    static final String FORMAT = "application/vnd.ims.lis.v2.lineitem+json";
    private static final Pattern PATH = Pattern.compile("/lineitems/([^/]+)/lineitem");

    private final Columns columns;
    private final Gradebook gradebook;
    private final ToolRegistration tool;

    LineItemResource(Columns columns, Gradebook gradebook, ToolRegistration tool) {
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
        return List.of(FORMAT);
    }

    @Override
    public List<String> methods() {
        return List.of("GET", "PUT", "DELETE");
    }

    @Override
    public List<String> scopes(String method) {
        return "GET".equals(method)
                ? List.of(GradeService.LINE_ITEM, GradeService.LINE_ITEM_READ)
                : List.of(GradeService.LINE_ITEM);
    }

    @Override
    public ServiceAnswer execute(ServiceCall call) {
        LineItem column = columns.require(call);
        return switch (call.method()) {
            case "GET" -> ServiceAnswer.of(200, FORMAT, ServiceCall.write(columns.json(column)), column.label());
            case "PUT" -> put(call, column);
            default -> {
                gradebook.remove(column.id());
                yield ServiceAnswer.of(204, null, "", column.label());
            }
        };
    }

    /** Answers what was sent, which is more than what is stored. */
    private ServiceAnswer put(ServiceCall call, LineItem column) {
        ObjectNode json = call.json();
        double maximum = Columns.maximum(json);
        String link = columns.link(json, column.deploymentId());
        gradebook.replace(new LineItem(column.id(), Columns.orEmpty(json, "label"), maximum,
                Columns.orEmpty(json, "resourceId"), Columns.orEmpty(json, "tag"),
                link == null && column.coupled() ? column.linkId() : link, column.deploymentId(),
                column.coupled()));
        json.put("id", GradeService.url(tool, column));
        return ServiceAnswer.of(200, null, ServiceCall.write(json), Columns.orEmpty(json, "label"));
    }
}
