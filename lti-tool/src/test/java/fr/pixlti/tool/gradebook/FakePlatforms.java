package fr.pixlti.tool.gradebook;

import fr.pixlti.tool.lti.Columns;
import fr.pixlti.tool.lti.LineItem;
import fr.pixlti.tool.lti.LtiApi;
import fr.pixlti.tool.lti.ServiceOutcome;
import fr.pixlti.tool.lti.LtiApi.ScoreOutcome.Superseded;
import fr.pixlti.tool.lti.LtiApi.ScoreOutcome.Taken;
import fr.pixlti.tool.lti.Target;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Supplier;
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
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private final List<Instant> instantsOfPosts = new CopyOnWriteArrayList<>();
    private volatile BiFunction<ScorePost, Gradebook, ScoreOutcome> behaviour = (post, gradebook) -> gradebook
            .take(post);
    private volatile boolean readable = true;
    private volatile BigDecimal columnMaximum = BigDecimal.ZERO;
    private volatile BiFunction<Integer, Supplier<LineItem>, ServiceOutcome<LineItem>> creation = (count,
            gradebook) -> new ServiceOutcome.Done<>(gradebook.get());
    private final List<LineItem> made = new CopyOnWriteArrayList<>();
    final AtomicInteger looks = new AtomicInteger();
    final AtomicInteger creations = new AtomicInteger();
    final AtomicInteger changes = new AtomicInteger();
    final AtomicInteger reads = new AtomicInteger();
    final AtomicInteger posts = new AtomicInteger();
    final AtomicInteger mostAtOnce = new AtomicInteger();

    /** What stands behind the wire. */
    interface Gradebook {
        ScoreOutcome take(ScorePost post);
    }

    Link link(UUID platformId, boolean withColumn) {
        UUID id = UUID.randomUUID();
        Link link = new Link(id, platformId, UUID.randomUUID(), "rl-" + id, "Activité", null,
                withColumn ? columnOf(id) : null, withColumn, Columns.SCORE, null, Locale.FRENCH);
        links.put(id, link);
        return link;
    }

    /** A link whose teacher wants more columns than its own, on a platform that lets the tool make them or only look. */
    Link link(UUID platformId, Columns wanted, boolean mayMake) {
        UUID id = UUID.randomUUID();
        Link link = new Link(id, platformId, UUID.randomUUID(), "rl-" + id, "Activité", null, columnOf(id), true,
                wanted, new LineItems("https://lms.example/lineitems", mayMake), Locale.FRENCH);
        links.put(id, link);
        return link;
    }

    /** No launch has named the link's own column yet. */
    Link withoutOwn(Link link) {
        Link without = new Link(link.id(), link.platformId(), link.deploymentId(), link.resourceLinkId(),
                link.title(), null, null, true, link.columns(), link.lineItems(), link.language());
        links.put(link.id(), without);
        return without;
    }

    void giveColumn(Link link) {
        links.put(link.id(), new Link(link.id(), link.platformId(), link.deploymentId(), link.resourceLinkId(),
                link.title(), null, columnOf(link.id()), true, Columns.SCORE, null, Locale.FRENCH));
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

    /** Of every score posted, in turn. */
    List<String> comments() {
        return comments;
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
        comments.add(String.valueOf(score.comment()));
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
    public boolean suspended(UUID platformId) {
        throw new UnsupportedOperationException("suspended");
    }

    @Override
    public List<String> frameOrigins(UUID platformId) {
        throw new UnsupportedOperationException("frameOrigins");
    }

    @Override
    public void pickTarget(UUID linkId, Target target) {
        throw new UnsupportedOperationException("pickTarget");
    }

    /** The columns of all links, in the order they were made. */
    List<LineItem> lineItems() {
        return List.copyOf(made);
    }

    /** A column that the tool did not make, or of which it does not know. */
    LineItem addLineItem(Link link, String label, String resourceId, String tag) {
        return add(new LineItem("", label, BigDecimal.TEN, resourceId, tag, link.resourceLinkId()));
    }

    private synchronized LineItem add(LineItem asked) {
        LineItem item = new LineItem("https://lms.example/lineitems/" + (1000 + made.size()), asked.label(),
                asked.maximum(), asked.resourceId(), asked.tag(), asked.resourceLinkId());
        made.add(item);
        return item;
    }

    /** From now on each request to make a column is answered so; the column is there when it calls the gradebook. */
    void answerCreation(BiFunction<Integer, Supplier<LineItem>, ServiceOutcome<LineItem>> newBehaviour) {
        creation = newBehaviour;
    }

    /** Each person's own result in a column, instead of what was sent. */
    void override(String url, String user, BigDecimal score, BigDecimal maximum) {
        entries(url, user).add(new Entry(Instant.now(), score, maximum));
    }

    List<Entry> entries(LineItem column, String user) {
        return List.copyOf(entries(column.url(), user));
    }

    @Override
    public synchronized ServiceOutcome<Map<String, HeldResult>> readResults(UUID platformId, String lineItemUrl) {
        reads.incrementAndGet();
        if (!readable) {
            return new ServiceOutcome.Later<>("unauthorized", null, null, false);
        }
        Map<String, HeldResult> held = new HashMap<>();
        columns.forEach((key, entries) -> {
            if (key.startsWith(lineItemUrl + " ") && !entries.isEmpty()) {
                held.put(key.substring(lineItemUrl.length() + 1),
                        new HeldResult(entries.getLast().given(), entries.getLast().maximum()));
            }
        });
        return new ServiceOutcome.Done<>(held);
    }

    @Override
    public ServiceOutcome<List<LineItem>> lineItems(Link link, @Nullable String tag) {
        looks.incrementAndGet();
        return new ServiceOutcome.Done<>(
                made.stream().filter(item -> item.resourceLinkId().equals(link.resourceLinkId())
                        && (tag == null || tag.equals(item.tag()))).toList());
    }

    @Override
    public ServiceOutcome<LineItem> createLineItem(Link link, LineItem column) {
        return creation.apply(creations.incrementAndGet(), () -> add(column));
    }

    @Override
    public ServiceOutcome<LineItem> replaceLineItem(Link link, LineItem column) {
        changes.incrementAndGet();
        made.replaceAll(item -> item.url().equals(column.url()) ? column : item);
        return new ServiceOutcome.Done<>(column);
    }

    @Override
    public void coupleLineItem(UUID linkId, String lineItemUrl) {
        links.computeIfPresent(linkId, (id, link) -> new Link(id, link.platformId(), link.deploymentId(),
                link.resourceLinkId(), link.title(), null, lineItemUrl, true, link.columns(), link.lineItems(),
                link.language()));
    }

    @Override
    public fr.pixlti.tool.lti.RosterReading readRoster(UUID platformId, String url) {
        throw new UnsupportedOperationException("The gradebook asks for no roster");
    }
}
