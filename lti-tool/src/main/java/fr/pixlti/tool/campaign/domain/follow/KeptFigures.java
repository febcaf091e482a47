package fr.pixlti.tool.campaign.domain.follow;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Adds up what was sent, and keeps the sums while nothing more is: a teacher looks at them often. Under which mark they
 * were reckoned is part of the key, so what another node received counts at once.
 */
@Component
class KeptFigures {

    private static final int TEACHERS_AT_WORK = 200;

    private final SentResults results;
    private final Cache<Key, Figures> others = Caffeine.newBuilder().maximumSize(TEACHERS_AT_WORK).build();
    private final Cache<Key, List<TopicSum>> topics = Caffeine.newBuilder().maximumSize(TEACHERS_AT_WORK).build();

    KeptFigures(SentResults results) {
        this.results = results;
    }

    /** All but the topics; in a transaction. @param received in the same scope, read before in the same transaction */
    Figures others(Scope scope, Received received) {
        return others.get(new Key(scope, received.mark()),
                key -> new Figures(results.competences(scope), results.worths(scope), results.days(scope),
                        results.badges(scope)));
    }

    /** The topics, in the same way. */
    List<TopicSum> topics(Scope scope, Received received) {
        return topics.get(new Key(scope, received.mark()), key -> List.copyOf(results.topics(scope)));
    }

    private record Key(Scope scope, String mark) {}
}
