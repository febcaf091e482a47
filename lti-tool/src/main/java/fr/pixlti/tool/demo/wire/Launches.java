package fr.pixlti.tool.demo.wire;

import fr.pixlti.tool.demo.domain.Activity;
import fr.pixlti.tool.demo.domain.Person;
import fr.pixlti.tool.demo.domain.ToolRegistration;
import fr.pixlti.tool.demo.wire.PendingLaunch.Purpose;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Launches under way; stands for what Moodle keeps in the session of a signed-in person. */
@Component
@Profile("demo")
public class Launches {

    private static final Duration KEPT = Duration.ofHours(2);
    private static final int MOST = 10_000;

    private final SequencedMap<String, PendingLaunch> pending = new LinkedHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final ToolRegistration tool;
    private final Clock clock;

    Launches(ToolRegistration tool, Clock clock) {
        this.tool = tool;
        this.clock = clock;
    }

    /** What the browser posts to the tool's login to open an activity. */
    public Map<String, String> begin(Person person, Activity activity, Container container, Locale locale) {
        return begin(person, new Purpose.Open(activity), container, locale);
    }

    /** What the browser posts to the tool's login (third-party initiated login, LTI security framework §5.1.1.1). */
    public Map<String, String> begin(Person person, Purpose purpose, Container container, Locale locale) {
        Activity activity = switch (purpose) {
            case Purpose.Open open -> open.activity();
            case Purpose.Review review -> review.activity();
            case Purpose.Choose choose -> null;
        };
        String id = "ltilaunch" + (activity == null ? "" : activity.id()) + "_"
                + Long.toUnsignedString(random.nextLong());
        keep(new PendingLaunch(id, person, purpose, container, locale, clock.instant()));
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("iss", tool.issuer());
        fields.put("target_link_uri", tool.launchUrl());
        fields.put("login_hint", person.id());
        fields.put("lti_message_hint",
                "{\"cmid\":" + (activity == null ? "0" : activity.moduleId()) + ",\"launchid\":\"" + id + "\"}");
        fields.put("client_id", tool.client(purpose.deploymentId()).orElseThrow());
        fields.put("lti_deployment_id", purpose.deploymentId());
        return fields;
    }

    /** The launch of this id, once. */
    synchronized Optional<PendingLaunch> take(String id) {
        return Optional.ofNullable(pending.remove(id));
    }

    private synchronized void keep(PendingLaunch launch) {
        while (!pending.isEmpty() && (pending.size() >= MOST
                || pending.firstEntry().getValue().begun().plus(KEPT).isBefore(launch.begun()))) {
            pending.pollFirstEntry();
        }
        pending.put(launch.id(), launch);
    }
}
