package fr.pixlti.tool.gradebook.domain;

import fr.pixlti.tool.lti.spi.ScoreReturns.State;
import fr.pixlti.tool.shared.Transactions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * {@code pixlti_gradebook_scores_total{outcome}} counts, on this node, values sent, superseded and refused, and attempts
 * that are repeated; {@code pixlti_gradebook_scores_waiting} is counted in the database when it is asked for.
 */
@Component
class ScoreCounters {

    private static final String SCORES = "pixlti.gradebook.scores";

    private final Map<State, Counter> settled = new EnumMap<>(State.class);
    private final Counter retried;

    ScoreCounters(MeterRegistry meters, Scores scores, Transactions transactions) {
        for (State state : State.values()) {
            if (state != State.WAITING) {
                settled.put(state, counter(meters, state.name().toLowerCase(Locale.ROOT)));
            }
        }
        this.retried = counter(meters, "retried");
        Gauge.builder(SCORES + ".waiting", () -> transactions.call(scores::waiting))
                .description("Scores that a platform has not taken yet").register(meters);
    }

    private static Counter counter(MeterRegistry meters, String outcome) {
        return Counter.builder(SCORES).description("Scores by what became of an attempt").tag("outcome", outcome)
                .register(meters);
    }

    /** @param state anything but waiting */
    void settled(State state) {
        Counter counter = settled.get(state);
        if (counter != null) {
            counter.increment();
        }
    }

    void retried() {
        retried.increment();
    }
}
