package fr.pixlti.tool.assessment.web;

import fr.pixlti.tool.shared.DomainError;
import java.util.regex.Pattern;

/** Where a page leads on to, as its address says: always a page of the tool. */
final class WayOn {

    /** Every part begins with a letter or digit: no other host, no other session, nothing above. Nor what is no page for people. */
    private static final Pattern PATH = Pattern
            .compile(
                    "(?!/(?:admin|demo|lti|actuator)\\b)(?:/[A-Za-z0-9][A-Za-z0-9._-]{0,79}){1,8}(?:\\?[A-Za-z0-9=&%._-]{0,200})?");

    private WayOn() {}

    /** @throws DomainError {@code assessment.not-found} for what is no path of the tool */
    static String checked(String path) {
        if (!PATH.matcher(path).matches()) {
            throw DomainError.notFound("assessment.not-found");
        }
        return path;
    }
}
