package fr.pixlti.tool.gradebook;

import fr.pixlti.tool.lti.Columns;
import fr.pixlti.tool.lti.LtiApi;
import fr.pixlti.tool.lti.LtiApi.ScoreOutcome.Superseded;
import fr.pixlti.tool.lti.LtiApi.ScoreOutcome.Taken;
import fr.pixlti.tool.lti.Target;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Gradebooks that keep the rules of Moodle's: the timestamp must be newer by a whole second, or it is 409. One instance
 * stands for all platforms, for any number of nodes.
 */
@NullMarked
final class FakePlatforms implements LtiApi {

    /** A score that a gradebook took. */
    record Entry(Instant timestamp, BigDecimal given, BigDecimal maximum) {}

    private final Map<UUID, Link> links = new ConcurrentHashMap<>();
    private final Map<String, List<Entry>> columns = new ConcurrentHashMap<>();
    private final Map<UUID, AtomicInteger> open = new ConcurrentHashMap<>();
    private final List<Instant> instantsOfPosts = new CopyOnWriteArrayList<>();
    private volatile BiFunction<ScorePost, Gradebook, ScoreOutcome> behaviour = (post, gradebook) -> gradebook
            .take(post);
    private volatile boolean readable = true;
    private volatile BigDecimal columnMaximum = BigDecimal.ZERO;
    final AtomicInteger posts = new AtomicInteger();
    final AtomicInteger mostAtOnce = new AtomicInteger();

    /** What stands behind the wire. */
    interface Gradebook {
        ScoreOutcome take(ScorePost post);
    }

    Link link(UUID platformId, boolean withColumn) {
        UUID id = UUID.randomUUID();
        Link link = new Link(id, platformId, UUID.randomUUID(), "rl-" + id, "Activité", null,
                withColumn ? columnOf(id) : null, withColumn, Columns.SCORE);
        links.put(id, link);
        return link;
    }

    void giveColumn(Link link) {
        links.put(link.id(), new Link(link.id(), link.platformId(), link.deploymentId(), link.resourceLinkId(),
                link.title(), null, columnOf(link.id()), true, Columns.SCORE));
    }

    private static String columnOf(UUID linkId) {
        return "https://lms.example/lineitems/" + linkId + "?type_id=1";
    }

    /** From now on each request is answered so. */
    void answer(BiFunction<ScorePost, Gradebook, ScoreOutcome> newBehaviour) {
        behaviour = newBehaviour;
    }

    void hideResults() {
        readable = false;
    }

    /** The teacher changes the column's maximum; what it holds is rescaled when it is read. */
    void rescaleTo(BigDecimal maximum) {
        columnMaximum = maximum;
    }

    /** Somebody else writes into the gradebook. */
    void write(Link link, String user, Instant timestamp, BigDecimal given, BigDecimal maximum) {
        entries(columnOf(link.id()), user).add(new Entry(timestamp, given, maximum));
    }

    List<Entry> entries(Link link, String user) {
        return List.copyOf(entries(columnOf(link.id()), user));
    }

    private List<Entry> entries(String url, String user) {
        return columns.computeIfAbsent(url + " " + user, key -> new ArrayList<>());
    }

    List<Instant> instantsOfPosts() {
        return instantsOfPosts;
    }

    @Override
    public ScoreOutcome postScore(UUID platformId, ScorePost score) {
        AtomicInteger now = open.computeIfAbsent(platformId, key -> new AtomicInteger());
        mostAtOnce.accumulateAndGet(now.incrementAndGet(), Math::max);
        posts.incrementAndGet();
        instantsOfPosts.add(Instant.now());
        try {
            return behaviour.apply(score, this::take);
        } finally {
            now.decrementAndGet();
        }
    }

    private synchronized ScoreOutcome take(ScorePost post) {
        List<Entry> entries = entries(post.lineItemUrl(), post.userId());
        if (!entries.isEmpty() && entries.getLast().timestamp().getEpochSecond() >= post.timestamp()
                .getEpochSecond()) {
            return new Superseded();
        }
        entries.add(new Entry(post.timestamp(), post.given(), post.maximum()));
        return new Taken();
    }

    @Override
    public synchronized Optional<HeldResult> readResult(UUID platformId, String lineItemUrl, String userId) {
        List<Entry> entries = entries(lineItemUrl, userId);
        if (!readable || entries.isEmpty()) {
            return Optional.empty();
        }
        Entry last = entries.getLast();
        return Optional.of(columnMaximum.signum() == 0
                ? new HeldResult(last.given(), last.maximum())
                : new HeldResult(last.given().multiply(columnMaximum).divide(last.maximum(), 5,
                        RoundingMode.HALF_UP), columnMaximum));
    }

    @Override
    public Optional<Link> link(UUID linkId) {
        @Nullable
        Link link = links.get(linkId);
        return Optional.ofNullable(link);
    }

    @Override
    public List<String> frameOrigins(UUID platformId) {
        throw new UnsupportedOperationException("frameOrigins");
    }

    @Override
    public void pickTarget(UUID linkId, Target target) {
        throw new UnsupportedOperationException("pickTarget");
    }
}
