package fr.pixlti.tool.demo.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the LMS and the tool said to each other lately, for the curious. Never holds tokens. */
@Component
@Profile("demo")
public class Journal {

    private static final int KEPT = 100;

    /** What a message is for; the words are in the bundle, {@code demo.step.} + name. */
    public enum Step {
        LOGIN, AUTH, CONTENT, KEYS, TOKEN, COLUMNS, COLUMN, SCORE, RESULT, ROSTER, REGISTRATION, OTHER
    }

    /**
     * One message.
     *
     * @param endpoint path without its query
     * @param status 0 when the browser carries it and the LMS does not see the answer
     * @param detail what it was about, or why it was refused; empty when the step says it all
     */
    public record Entry(Instant at, Step step, String method, String endpoint, int status, String detail) {}

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Clock clock;

    Journal(Clock clock) {
        this.clock = clock;
    }

    public synchronized void add(Step step, String method, String endpoint, int status, String detail) {
        if (entries.size() == KEPT) {
            entries.removeLast();
        }
        entries.addFirst(new Entry(clock.instant(), step, method, endpoint, status, detail));
    }

    /** The latest first. */
    public synchronized List<Entry> latest() {
        return List.copyOf(entries);
    }

    public synchronized void clear() {
        entries.clear();
    }
}
