package fr.pixlti.tool.demo.wire;

import fr.pixlti.tool.demo.domain.Activity;
import fr.pixlti.tool.demo.domain.Course;
import fr.pixlti.tool.demo.domain.Person;
import fr.pixlti.tool.demo.domain.ToolRegistration;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Who is in the course (NRPS 2.0 §2.3). As Moodle does it: everybody at once unless a {@code limit} is asked for, further
 * pages forget the role, a role that it does not know is no filter.
 */
@Component
@Profile("demo")
@Order(5)
class RosterResource implements ServiceResource {

    private static final String FORMAT = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";
    private static final Pattern PATH = Pattern.compile("/bindings/([^/]+)/memberships");

    private final Course course;
    private final ToolRegistration tool;

    RosterResource(Course course, ToolRegistration tool) {
        this.course = course;
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
        return List.of(RosterService.SCOPE);
    }

    @Override
    public ServiceAnswer execute(ServiceCall call) {
        String deployment = call.itemId();
        if (tool.client(deployment).filter(call.clientId()::equals).isEmpty()) {
            throw new ServiceRefusal(401, "");
        }
        Activity link = link(call, deployment);
        List<Person> wanted = course.people().stream().filter(person -> plays(person, call.query().get("role")))
                .toList();
        int limit = call.integer("limit");
        int from = Math.min(call.integer("from"), wanted.size());
        int to = limit == 0 ? wanted.size() : Math.min(from + limit, wanted.size());
        String url = RosterService.url(tool, deployment);
        Map<String, Object> roster = new LinkedHashMap<>();
        roster.put("id", url);
        roster.put("context", Map.of("id", Course.ID, "label", Course.SHORT_NAME, "title", Course.TITLE));
        roster.put("members", wanted.subList(from, to).stream().map(person -> member(person, link)).toList());
        return new ServiceAnswer(200, FORMAT, ServiceCall.write(roster),
                to < wanted.size() ? next(url, limit, to, link) : null, Course.TITLE);
    }

    /** The link that the caller asks for ({@code rlid}); absent when it asks for the course. */
    private @Nullable Activity link(ServiceCall call, String deployment) {
        Optional<String> asked = call.parameter("rlid");
        return asked.isEmpty()
                ? null
                : asked.flatMap(course::activity).filter(found -> found.deploymentId().equals(deployment))
                        .orElseThrow(() -> new ServiceRefusal(404, "Not Found: Link doesn't exist"));
    }

    private static boolean plays(Person person, @Nullable String role) {
        String name = role == null
                ? ""
                : role.substring(role.startsWith(IdTokens.MEMBERSHIP)
                        ? IdTokens.MEMBERSHIP.length()
                        : 0);
        return switch (name) {
            case "Instructor" -> person.teacher();
            case "Learner" -> !person.teacher();
            default -> true;
        };
    }

    private static String next(String url, int limit, int from, @Nullable Activity link) {
        String rlid = link == null ? "" : "&rlid=" + URLEncoder.encode(link.id(), StandardCharsets.UTF_8);
        return "<" + url + "?limit=" + limit + "&from=" + from + rlid + ">; rel=\"next\"";
    }

    private static Map<String, Object> member(Person person, @Nullable Activity link) {
        Map<String, Object> member = new LinkedHashMap<>();
        member.put("status", "Active");
        member.put("roles", List.of(person.teacher() ? "Instructor" : "Learner"));
        member.put("user_id", person.id());
        member.put("lis_person_sourcedid", person.idNumber());
        member.put("name", person.fullName());
        member.put("given_name", person.givenName());
        member.put("family_name", person.familyName());
        member.put("email", person.email());
        member.put("ext_user_username", person.username());
        if (link != null) {
            member.put("message", List.of(Map.of(IdTokens.LTI + "message_type", "LtiResourceLinkRequest",
                    IdTokens.LTI + "custom", IdTokens.custom(link.custom()))));
        }
        return member;
    }
}
