package fr.pixlti.tool.demo.wire;

import fr.pixlti.tool.demo.domain.Grade;
import fr.pixlti.tool.demo.domain.Gradebook;
import fr.pixlti.tool.demo.domain.LineItem;
import fr.pixlti.tool.demo.domain.ToolRegistration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a column holds (AGS 2.0 §3.3). Asking for pages breaks Moodle: a 404 with a page. */
@Component
@Profile("demo")
@Order(3)
class ResultsResource implements ServiceResource {

    private static final String FORMAT = "application/vnd.ims.lis.v2.resultcontainer+json";
    private static final Pattern PATH = Pattern.compile("/lineitems/([^/]+)/lineitem/results");

    private final Columns columns;
    private final Gradebook gradebook;
    private final ToolRegistration tool;

    ResultsResource(Columns columns, Gradebook gradebook, ToolRegistration tool) {
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
        return List.of("GET");
    }

    @Override
    public List<String> scopes(String method) {
        return List.of(GradeService.RESULT_READ);
    }

    @Override
    public ServiceAnswer execute(ServiceCall call) {
        LineItem column = columns.require(call);
        if (call.integer("limit") > 0) {
            throw ServiceRefusal.brokenPlatform();
        }
        List<Grade> grades = call.parameter("user_id")
                .map(person -> gradebook.grade(column.id(), person).stream().toList())
                .orElseGet(() -> gradebook.grades(column.id()));
        List<Map<String, Object>> json = grades.stream().filter(grade -> grade.at() != null)
                .map(grade -> json(column, grade)).toList();
        return ServiceAnswer.of(200, FORMAT, ServiceCall.write(json), column.label());
    }

    private Map<String, Object> json(LineItem column, Grade grade) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", GradeService.resultUrl(tool, column, grade.personId()));
        json.put("userId", grade.personId());
        if (grade.value() != null) {
            json.put("resultScore", grade.value());
            json.put("resultMaximum", column.maximum());
            if (grade.comment() != null) {
                json.put("comment", grade.comment());
            }
            json.put("scoreOf", GradeService.url(tool, column));
            json.put("timestamp", Objects.requireNonNull(grade.at()).toString());
        }
        return json;
    }
}
