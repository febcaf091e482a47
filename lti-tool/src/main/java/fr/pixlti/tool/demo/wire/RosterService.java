package fr.pixlti.tool.demo.wire;

import fr.pixlti.tool.demo.domain.Course;
import fr.pixlti.tool.demo.domain.ToolRegistration;
import java.util.List;
import java.util.stream.Stream;

/** Names of the names and role provisioning service (NRPS 2.0). */
final class RosterService {

    static final String SCOPE = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";
    /** What a token may be asked for: this and the grade services. */
    static final List<String> ALL_SCOPES = Stream.concat(GradeService.SCOPES.stream(), Stream.of(SCOPE)).toList();

    private RosterService() {}

    /** Address of the course's roster for a deployment, which Moodle has in the path. */
    static String url(ToolRegistration tool, String deploymentId) {
        return tool.issuer() + GradeService.PATH + "/" + Course.ID + "/bindings/" + deploymentId + "/memberships";
    }
}
