package fr.pixlti.tool.gradebook.domain;

import fr.pixlti.tool.lti.LtiApi;
import fr.pixlti.tool.lti.LtiApi.HeldResult;
import fr.pixlti.tool.lti.LtiApi.Link;
import fr.pixlti.tool.lti.ServiceOutcome.Done;
import fr.pixlti.tool.lti.ServiceOutcome.Later;
import fr.pixlti.tool.lti.ServiceOutcome.Never;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads what a platform's columns hold, where a teacher wants to see it, and keeps what differs from the scores sent: a
 * teacher's own grades. In the platform's job, so that it too gets one request at a time.
 */
@Component
class ReadGrades {

    private final LtiApi lti;
    private final GradeColumns columns;
    private final Scores scores;
    private final Transactions transactions;
    private final GradebookSettings settings;
    private final Clock clock;

    ReadGrades(LtiApi lti, GradeColumns columns, Scores scores, Transactions transactions,
            GradebookSettings settings, Clock clock) {
        this.lti = lti;
        this.columns = columns;
        this.scores = scores;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** How the platform is doing after that. */
    Pace handle(UUID platformId, Pace pace, BooleanSupplier mayGoOn) {
        Pace current = pace;
        for (Column column : transactions.call(() -> columns.toRead(platformId))) {
            if (!mayGoOn.getAsBoolean() || current.pausedAt(clock.instant())) {
                return current;
            }
            current = read(column, current);
        }
        return current;
    }

    private Pace read(Column column, Pace pace) {
        String url = address(column);
        if (url == null) {
            transactions.run(() -> columns.read(column.id(), null));
            return pace;
        }
        Instant began = clock.instant();
        return switch (lti.readResults(column.platformId(), url)) {
            case Done<Map<String, HeldResult>>(Map<String, HeldResult> held) -> {
                keep(column, held, began);
                yield pace;
            }
            case Later<Map<String, HeldResult>> later -> {
                transactions.run(() -> columns.read(column.id(), null));
                // That it does not let itself be read does not say that it takes no scores.
                yield Reasons.RATE_LIMITED.equals(later.reason())
                        ? pace.after(later.reason(), later.retryAfter(), began, settings,
                                RandomGenerator.getDefault())
                        : pace;
            }
            case Never<Map<String, HeldResult>> never -> {
                transactions.run(() -> columns.read(column.id(), null));
                yield pace;
            }
        };
    }

    private @Nullable String address(Column column) {
        return Column.OWN.equals(column.tag())
                ? lti.link(column.linkId()).map(Link::lineItemUrl).orElse(null)
                : column.url();
    }

    private void keep(Column column, Map<String, HeldResult> held, Instant began) {
        transactions.run(() -> {
            List<SentScore> sent = scores.sent(column.linkId(), column.tag(), began);
            Map<SentScore, Optional<HeldResult>> changes = new HashMap<>();
            for (SentScore score : sent) {
                Optional<HeldResult> instead = Optional.ofNullable(held.get(score.subject()))
                        .flatMap(score::instead);
                if (score.changed(instead)) {
                    changes.put(score, instead);
                }
            }
            scores.hold(changes);
            columns.read(column.id(), began);
        });
    }
}
