package fr.pixlti.tool.assessment.domain.profile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Everybody is told once how tests work. */
@Component
public class ShowIntroduction {

    private final Introductions introductions;
    private final Transactions transactions;
    private final Clock clock;
    /** Whoever has seen it stays so: only that is remembered. */
    private final Cache<PersonId, Boolean> seen = Caffeine.newBuilder().maximumSize(20_000).build();

    ShowIntroduction(Introductions introductions, Transactions transactions, Clock clock) {
        this.introductions = introductions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Where the person is told, when they have not been.
     *
     * @param continueTo path in the tool, without a session's prefix, where they go from there
     */
    public Optional<String> before(PersonId person, String continueTo) {
        if (seen.getIfPresent(person) != null) {
            return Optional.empty();
        }
        if (transactions.call(() -> introductions.seen(person))) {
            seen.put(person, Boolean.TRUE);
            return Optional.empty();
        }
        return Optional.of("/profile/introduction?continue="
                + URLEncoder.encode(continueTo, StandardCharsets.UTF_8));
    }

    /** The person was told, or did not want to be. */
    public void done(PersonId person) {
        transactions.run(() -> introductions.note(person, clock.instant()));
    }
}
