package fr.pixlti.tool.lti.wire;

import fr.pixlti.tool.lti.RosterReading;
import fr.pixlti.tool.lti.RosterReading.Failed;
import fr.pixlti.tool.lti.RosterReading.Member;
import fr.pixlti.tool.lti.RosterReading.Reason;
import fr.pixlti.tool.lti.domain.Platform;
import fr.pixlti.tool.lti.domain.Rosters;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Names and Role Provisioning Services 2.0. Asks for no {@code limit}: with one, Moodle's further pages forget the role;
 * without, Moodle gives everybody at once and Canvas pages of 50.
 */
@Component
class NrpsRosters implements Rosters {

    private static final String SCOPE = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";
    private static final String TYPE = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";
    private static final int LONGEST_PAGE = 16 * 1024 * 1024;
    private static final int MOST_PAGES = 1_000;
    private static final int MOST_MEMBERS = 50_000;
    private static final int LONGEST_ADDRESS = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(NrpsRosters.class);

    private final PlatformCalls calls;
    private final JsonMapper json = new JsonMapper();

    NrpsRosters(PlatformCalls calls) {
        this.calls = calls;
    }

    @Override
    public RosterReading read(Platform platform, String url) {
        try {
            return pages(platform, address(url));
        } catch (Unusable e) {
            return failed(platform, e.reason, e.getMessage());
        } catch (GuardedHttpClient.TooLong e) {
            return failed(platform, Reason.TOO_LONG, e.getMessage());
        } catch (PlatformTokens.TokenRefused e) {
            return failed(platform, reason(e.answer()), e.getMessage());
        } catch (IOException e) {
            return failed(platform, Reason.UNREACHABLE, e.getClass().getSimpleName());
        } catch (JacksonException | IllegalArgumentException e) {
            // What the parser says may quote people's names, so it goes nowhere.
            return failed(platform, Reason.UNREADABLE, e.getClass().getSimpleName());
        }
    }

    private static URI address(String url) {
        URI address = URI.create(url);
        if (address.getScheme() == null || address.getRawAuthority() == null) {
            throw new IllegalArgumentException("No web address");
        }
        return address;
    }

    private static Failed failed(Platform platform, Reason reason, @Nullable String detail) {
        LOG.info("A roster of platform {} is not read: {}: {}", platform.id(), reason, detail);
        return new Failed(reason);
    }

    private RosterReading pages(Platform platform, URI first) throws IOException {
        Map<String, Member> members = new LinkedHashMap<>();
        Set<URI> seen = new HashSet<>();
        String differences = null;
        Optional<URI> next = Optional.of(first);
        while (next.isPresent()) {
            URI page = next.get();
            if (!seen.add(page) || seen.size() > MOST_PAGES || members.size() > MOST_MEMBERS) {
                throw new Unusable(Reason.TOO_LONG, "page " + seen.size() + " and no end");
            }
            HttpAnswer answer = calls.send(platform, SCOPE, HttpCall.get(page, Map.of("Accept", TYPE)), LONGEST_PAGE);
            if (!answer.successful()) {
                throw new Unusable(reason(answer), "page " + seen.size() + ": HTTP " + answer.status());
            }
            add(json.readTree(answer.body()).path("members"), members);
            PageLinks links = new PageLinks(page, answer.headers().apply("Link"));
            next = links.to("next");
            if (next.isPresent() && !sameSite(first, next.get())) {
                throw new Unusable(Reason.UNREADABLE, "the next page is on another site");
            }
            differences = links.to("differences").filter(link -> sameSite(first, link)).map(URI::toString)
                    .filter(text -> text.length() <= LONGEST_ADDRESS).orElse(differences);
        }
        return new RosterReading.Read(new ArrayList<>(members.values()), differences);
    }

    private static void add(JsonNode page, Map<String, Member> members) throws Unusable {
        if (!page.isArray()) {
            throw new Unusable(Reason.UNREADABLE, "no members");
        }
        for (JsonNode node : page) {
            // Nobody may be passed over: who is not named counts as gone.
            Member member = MemberNode.read(node)
                    .orElseThrow(() -> new Unusable(Reason.UNREADABLE, "a member without user_id"));
            members.merge(member.userId(), member, NrpsRosters::stronger);
        }
    }

    /** Platforms name a person once for each role or section: what lets them do most counts. */
    private static Member stronger(Member one, Member other) {
        int byStatus = one.status().compareTo(other.status());
        return byStatus < 0 || (byStatus == 0 && one.role().compareTo(other.role()) <= 0) ? one : other;
    }

    /** The token goes along, so it must not lead elsewhere. */
    private static boolean sameSite(URI first, URI other) {
        return first.getScheme().equals(other.getScheme()) && first.getRawAuthority().equals(other.getRawAuthority());
    }

    private static Reason reason(HttpAnswer answer) {
        if (ScoreAnswers.rateLimited(answer)) {
            return Reason.BUSY;
        }
        return answer.status() >= 500 || answer.status() == 408 ? Reason.UNREACHABLE : Reason.REFUSED;
    }

    /** The reading ends here. */
    private static final class Unusable extends IOException {

        private final Reason reason;

        Unusable(Reason reason, String message) {
            super(message);
            this.reason = reason;
        }
    }
}
