package fr.pixlti.tool.lti.domain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts down when a platform was last launched from and in which course: the first launch of each minute, no more. */
@Component
class RecentLaunches {

    private static final Duration PRECISION = Duration.ofMinutes(1);
    private static final int PLATFORMS = 10_000;
    private static final int LONGEST_URL = 1_000;
    private static final int LONGEST_TITLE = 255;
    private static final String AGS = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";
    private static final String NRPS = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";
    private static final String CONTEXT = "https://purl.imsglobal.org/spec/lti/claim/context";

    private final Cache<UUID, Instant> kept = Caffeine.newBuilder().maximumSize(PLATFORMS).build();
    private final LastLaunches launches;
    private final Transactions transactions;
    private final Clock clock;

    RecentLaunches(LastLaunches launches, Transactions transactions, Clock clock) {
        this.launches = launches;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param claims of a token that the platform signed; what has an unexpected form is passed over */
    void seen(Platform platform, Map<String, Object> claims) {
        Instant now = clock.instant();
        Instant before = kept.getIfPresent(platform.id());
        if (before != null && now.isBefore(before.plus(PRECISION)) && !now.isBefore(before)) {
            return;
        }
        kept.put(platform.id(), now);
        Map<?, ?> grading = map(claims.get(AGS));
        LastLaunch launch = new LastLaunch(now, cut(map(claims.get(CONTEXT)).get("title")),
                address(grading.get("lineitems")), scopes(grading.get("scope")),
                address(map(claims.get(NRPS)).get("context_memberships_url")));
        transactions.run(() -> launches.put(platform.id(), launch));
    }

    private static Map<?, ?> map(@Nullable Object claim) {
        return claim instanceof Map<?, ?> map ? map : Map.of();
    }

    private static @Nullable String cut(@Nullable Object title) {
        return title instanceof String text && !text.isBlank()
                ? text.substring(0, Math.min(text.length(), LONGEST_TITLE))
                : null;
    }

    private static @Nullable String address(@Nullable Object url) {
        return url instanceof String text && !text.isBlank() && text.length() <= LONGEST_URL ? text : null;
    }

    private static String scopes(@Nullable Object scopes) {
        String all = scopes instanceof List<?> list
                ? String.join(" ", list.stream().map(String::valueOf).toList())
                : "";
        return all.length() > LONGEST_URL ? "" : all;
    }
}
