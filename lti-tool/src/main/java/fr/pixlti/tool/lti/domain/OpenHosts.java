package fr.pixlti.tool.lti.domain;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The hosts that may register without an invitation, {@code pixlti.lti.open-registration-hosts}. */
@Component
class OpenHosts {

    /** A host with an optional port; {@code http://} before it for tests and intranets. */
    static final Pattern WRITTEN = Pattern.compile("(http://)?[A-Za-z0-9.-]+(:[0-9]{1,5})?");
    private static final String PLAIN = "http://";

    private final List<String> hosts;

    OpenHosts(LtiSettings settings) {
        this.hosts = settings.openRegistrationHosts().stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
    }

    /** @return whether private addresses may be called too; empty when the address is on no listed host */
    Optional<Boolean> admits(URI address) {
        if (address.getHost() == null || !("https".equals(address.getScheme()) || "http".equals(address.getScheme()))) {
            return Optional.empty();
        }
        String origin = Origin.of(address);
        return hosts.stream().filter(host -> (host.startsWith(PLAIN) ? host : "https://" + host).equals(origin))
                .findFirst().map(host -> host.startsWith(PLAIN));
    }
}
