package fr.pixlti.tool.lti.wire;

import fr.pixlti.tool.lti.LineItem;
import fr.pixlti.tool.lti.LtiApi.LineItems;
import fr.pixlti.tool.lti.ServiceOutcome;
import fr.pixlti.tool.lti.domain.LineItemServices;
import fr.pixlti.tool.lti.domain.Platform;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Columns by AGS 2.0 §3.2, with Moodle's habits in mind: one exact media type, no limit, the query of the container kept,
 * and a PUT that repeats everything, because what it leaves out is erased.
 */
@Component
class AgsLineItems implements LineItemServices {

    static final String SCOPE = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem";
    static final String READ_SCOPE = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly";
    private static final String ITEM = "application/vnd.ims.lis.v2.lineitem+json";
    private static final String CONTAINER = "application/vnd.ims.lis.v2.lineitemcontainer+json";
    /** Platforms count their columns, so the shorter address is the older one, and of two equally long ones the smaller. */
    private static final Comparator<LineItem> OLDEST_FIRST = Comparator
            .<LineItem>comparingInt(item -> item.url().length()).thenComparing(LineItem::url);

    private final PlatformCalls calls;
    private final ServiceAnswers answers;
    private final JsonMapper json = new JsonMapper();

    AgsLineItems(PlatformCalls calls, ServiceAnswers answers) {
        this.calls = calls;
        this.answers = answers;
    }

    @Override
    public ServiceOutcome<List<LineItem>> find(Platform platform, LineItems container, String resourceLinkId,
            @Nullable String tag) {
        return answers.outcome(platform, () -> {
            String filters = "resource_link_id=" + encoded(resourceLinkId)
                    + (tag == null ? "" : "&tag=" + encoded(tag));
            URI first = Addresses.below(container.url(), "", filters);
            List<JsonNode> found = calls.pages(platform, container.writable() ? SCOPE : READ_SCOPE, first, CONTAINER);
            // Platforms may leave filters unread.
            return new ServiceOutcome.Done<>(found.stream().map(node -> item(node, null))
                    .filter(item -> !item.url().isEmpty() && item.resourceLinkId().equals(resourceLinkId)
                            && (tag == null || item.tag().equals(tag)))
                    .sorted(OLDEST_FIRST).toList());
        });
    }

    @Override
    public ServiceOutcome<LineItem> create(Platform platform, LineItems container, LineItem column) {
        return answers.outcome(platform, () -> {
            byte[] body = json.writeValueAsBytes(written(json.createObjectNode(), column));
            HttpAnswer answer = write(platform, HttpCall.post(Addresses.below(container.url(), "", ""),
                    Map.of("Content-Type", ITEM, "Accept", ITEM), body));
            LineItem made = item(read(answer), column);
            if (made.url().isEmpty()) {
                throw new IOException("A column was made, but where is not said");
            }
            return new ServiceOutcome.Done<>(made);
        });
    }

    @Override
    public ServiceOutcome<LineItem> replace(Platform platform, LineItem column) {
        return answers.outcome(platform, () -> {
            URI address = Addresses.below(column.url(), "", "");
            HttpAnswer now = ServiceAnswers
                    .successful(calls.send(platform, SCOPE, HttpCall.get(address, Map.of("Accept", ITEM))));
            ObjectNode all = read(now) instanceof ObjectNode known ? known : json.createObjectNode();
            write(platform, new HttpCall("PUT", address, Map.of("Content-Type", ITEM, "Accept", ITEM),
                    json.writeValueAsBytes(written(all, column))));
            return new ServiceOutcome.Done<>(column);
        });
    }

    private HttpAnswer write(Platform platform, HttpCall call) throws IOException {
        return ServiceAnswers.successful(calls.send(platform, SCOPE, call));
    }

    private JsonNode read(HttpAnswer answer) throws IOException {
        try {
            return json.readTree(answer.body());
        } catch (JacksonException e) {
            throw new IOException("A column is no JSON", e);
        }
    }

    private static ObjectNode written(ObjectNode body, LineItem column) {
        body.put("label", column.label());
        body.put("scoreMaximum", column.maximum());
        body.put("resourceId", column.resourceId());
        body.put("tag", column.tag());
        body.put("resourceLinkId", column.resourceLinkId());
        return body;
    }

    /** @param asked what the platform's words stand beside; absent when nothing was asked for */
    private static LineItem item(JsonNode node, @Nullable LineItem asked) {
        JsonNode maximum = node.path("scoreMaximum");
        String url = node.path("id").asString("");
        if (asked != null) {
            return new LineItem(url, asked.label(), asked.maximum(), asked.resourceId(), asked.tag(),
                    asked.resourceLinkId());
        }
        return new LineItem(url, node.path("label").asString(""),
                maximum.isNumber() ? maximum.decimalValue() : BigDecimal.ONE, node.path("resourceId").asString(""),
                node.path("tag").asString(""), node.path("resourceLinkId").asString(""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
