package fr.pixlti.tool.shell;

import java.util.List;
import java.util.stream.Stream;

/** What {@link SecurityConfiguration} opens to everybody, for the rule on handlers. */
public final class PublicPaths {

    private PublicPaths() {}

    /** Patterns as Spring reads them. */
    public static List<String> patterns() {
        return Stream.of(SecurityConfiguration.PUBLIC, SecurityConfiguration.FILES).flatMap(Stream::of).toList();
    }
}
