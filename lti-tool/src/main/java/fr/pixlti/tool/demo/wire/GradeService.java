package fr.pixlti.tool.demo.wire;

import fr.pixlti.tool.demo.domain.Course;
import fr.pixlti.tool.demo.domain.LineItem;
import fr.pixlti.tool.demo.domain.ToolRegistration;
import java.util.List;

/** Names of the assignment and grade services (AGS 2.0). */
final class GradeService {

    /** Path of everything that speaks LTI, under the application. */
    static final String ROOT = "/demo/lti";
    /** Path of the services, under the issuer. */
    static final String PATH = "/lti/services";

    static final String LINE_ITEM = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem";
    static final String LINE_ITEM_READ = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly";
    static final String RESULT_READ = "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly";
    static final String SCORE = "https://purl.imsglobal.org/spec/lti-ags/scope/score";
    /** Every scope on offer, sorted as Moodle sends them. */
    static final List<String> SCOPES = List.of(LINE_ITEM, LINE_ITEM_READ, RESULT_READ, SCORE);

    private GradeService() {}

    /** Address of a column; its query belongs to it, what follows the path goes before. */
    static String url(ToolRegistration tool, LineItem column) {
        return path(tool, column) + "?type_id=" + column.deploymentId();
    }

    static String resultUrl(ToolRegistration tool, LineItem column, String personId) {
        return path(tool, column) + "/results?type_id=" + column.deploymentId() + "&user_id=" + personId;
    }

    private static String path(ToolRegistration tool, LineItem column) {
        return tool.issuer() + PATH + "/" + Course.ID + "/lineitems/" + column.id() + "/lineitem";
    }
}
