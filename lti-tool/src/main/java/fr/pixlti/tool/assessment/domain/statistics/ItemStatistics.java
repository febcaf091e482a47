package fr.pixlti.tool.assessment.domain.statistics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answers that statistics are reckoned from, the statistics, and how far a reckoning is. */
public interface ItemStatistics {

    /** How many tests there are. */
    int tests();

    /** The tests that follow in the order of their ids, with their answers. @param last absent: from the first */
    List<TestRun> testsAfter(@Nullable UUID last, int limit);

    /** Keeps figures in the place of earlier ones of the same items. */
    void put(List<ItemStatistic> statistics, Instant computedAt);

    /** Removes figures older than that: of items that are gone. */
    void removeBefore(Instant computedAt);

    /** Of every item, by id. */
    List<ItemStatistic> all();

    Optional<ItemStatistic> find(String item);

    /** Notes that a reckoning is asked for. */
    void request(Instant now);

    void begin(Instant now, int tests);

    void advance(int done);

    void finish(Instant now);

    Optional<Run> run();

    /**
     * The newest reckoning.
     *
     * @param requestedAt when an operator asked for it, absent when nobody ever did
     * @param startedAt absent before the first
     * @param done tests read
     * @param total tests there were at its start
     * @param finishedAt absent while it lasts
     */
    record Run(@Nullable Instant requestedAt, @Nullable Instant startedAt, int done, int total,
            @Nullable Instant finishedAt) {

        /** Whether one is asked for and has not begun. */
        public boolean waiting() {
            return requestedAt != null && (startedAt == null || startedAt.isBefore(requestedAt));
        }

        /** Whether one is under way. */
        public boolean running() {
            return startedAt != null && finishedAt == null;
        }
    }
}
