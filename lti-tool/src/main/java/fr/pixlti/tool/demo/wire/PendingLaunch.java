package fr.pixlti.tool.demo.wire;

import fr.pixlti.tool.demo.domain.Activity;
import fr.pixlti.tool.demo.domain.Person;
import java.time.Instant;
import java.util.Locale;

/**
 * A launch that the browser has begun and that the tool has not yet asked about.
 *
 * @param id what the message hint names; good for one request
 */
public record PendingLaunch(String id, Person person, Activity activity, Container container, Locale locale,
        Instant begun) {}
