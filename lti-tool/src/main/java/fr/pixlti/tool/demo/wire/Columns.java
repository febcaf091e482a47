package fr.pixlti.tool.demo.wire;

import fr.pixlti.tool.demo.domain.Course;
import fr.pixlti.tool.demo.domain.Gradebook;
import fr.pixlti.tool.demo.domain.LineItem;
import fr.pixlti.tool.demo.domain.ToolRegistration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the services have in common: which columns a tool may touch, and how they are written. */
@Component
@Profile("demo")
class Columns {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ToolRegistration tool;
    private final Gradebook gradebook;
    private final Course course;

    Columns(ToolRegistration tool, Gradebook gradebook, Course course) {
        this.tool = tool;
        this.gradebook = gradebook;
        this.course = course;
    }

    boolean owns(ServiceCall call, LineItem column) {
        return call.deploymentId().isEmpty()
                ? tool.client(column.deploymentId()).filter(call.clientId()::equals).isPresent()
                : column.deploymentId().equals(call.deploymentId());
    }

    /** The column the call is about; 404 when there is none or another tool's. */
    LineItem require(ServiceCall call) {
        return gradebook.column(call.itemId()).filter(column -> owns(call, column))
                .orElseThrow(() -> new ServiceRefusal(404, "Line item does not exist"));
    }

    /** The deployment that new columns belong to. */
    String deployment(ServiceCall call) {
        return call.deploymentId().isEmpty()
                ? course.activities().stream().map(activity -> activity.deploymentId())
                        .filter(id -> tool.client(id).filter(call.clientId()::equals).isPresent()).findFirst()
                        .orElseThrow(() -> new ServiceRefusal(403, "Not allowed in context"))
                : call.deploymentId();
    }

    /** The activity a body names; 403 when the tool has no such activity in the course. */
    @Nullable
    String link(JsonNode json, String deployment) {
        String given = ServiceCall.text(json, "resourceLinkId");
        String link = given == null ? ServiceCall.text(json, "ltiLinkId") : given;
        Optional<?> activity = link == null
                ? Optional.of("none asked")
                : course.activity(link).filter(found -> found.deploymentId().equals(deployment));
        if (activity.isEmpty()) {
            throw new ServiceRefusal(403, "");
        }
        return link;
    }

    /** The label and the maximum that every write must give; 400 without. */
    static double maximum(JsonNode json) {
        Double maximum = ServiceCall.number(json, "scoreMaximum");
        if (maximum == null || ServiceCall.member(json, "label") == null) {
            throw new ServiceRefusal(400, "No label or Score Maximum");
        }
        return maximum;
    }

    static String orEmpty(JsonNode json, String name) {
        String text = ServiceCall.text(json, name);
        return text == null ? "" : text;
    }

    ObjectNode json(LineItem column) {
        ObjectNode json = JSON.createObjectNode();
        json.put("id", GradeService.url(tool, column));
        json.put("label", column.label());
        json.put("scoreMaximum", column.maximum());
        if (!column.coupled() || !column.resourceId().isEmpty()) {
            json.put("resourceId", column.resourceId());
        }
        json.put("tag", column.tag());
        if (column.linkId() != null) {
            json.put("resourceLinkId", column.linkId());
            json.put("ltiLinkId", column.linkId());
        }
        return json;
    }
}
