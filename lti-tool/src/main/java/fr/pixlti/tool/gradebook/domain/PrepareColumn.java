package fr.pixlti.tool.gradebook.domain;

import fr.pixlti.tool.lti.LineItem;
import fr.pixlti.tool.lti.LtiApi;
import fr.pixlti.tool.lti.LtiApi.Link;
import fr.pixlti.tool.lti.ServiceOutcome;
import fr.pixlti.tool.lti.ServiceOutcome.Done;
import fr.pixlti.tool.lti.ServiceOutcome.Later;
import fr.pixlti.tool.lti.ServiceOutcome.Never;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sees to it that a platform has a column, once: looks for it by link and tag, and makes it only when there is none. What
 * is found is kept whatever its resource id, because a copied course brings its columns along under an older one.
 *
 * <p>Only the holder of the column's latest claim may make it, so a node that was thought dead does not make a second
 * one. After a request whose answer was lost, the platform is given time to show what it made before it is asked again.
 */
@Component
class PrepareColumn {

    private static final Logger LOG = LoggerFactory.getLogger(PrepareColumn.class);

    private final LtiApi lti;
    private final GradeColumns columns;
    private final Scores scores;
    private final Transactions transactions;
    private final GradebookSettings settings;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();

    PrepareColumn(LtiApi lti, GradeColumns columns, Scores scores, Transactions transactions,
            GradebookSettings settings, Clock clock) {
        this.lti = lti;
        this.columns = columns;
        this.scores = scores;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** How the platform is doing after that. The link must let the tool make columns. */
    Pace handle(Column column, Link link, Pace pace) {
        if (!transactions.call(() -> columns.claim(column, clock.instant()))) {
            return pace;
        }
        Column claimed = column.claimed();
        return claimed.url() == null ? look(claimed, link, pace) : change(claimed, claimed.url(), 0, link, pace);
    }

    private Pace look(Column column, Link link, Pace pace) {
        return switch (lti.lineItems(link, column.tag())) {
            case Done<List<LineItem>>(List<LineItem> found) when !found.isEmpty() -> adopt(column, found, link, pace);
            case Done<List<LineItem>> none -> create(column, link, pace);
            case Later<List<LineItem>> later -> later(column, later, column.creatingAt() != null, pace);
            case Never<List<LineItem>> never -> never(column, never, column.creatingAt() != null, pace);
        };
    }

    private Pace adopt(Column column, List<LineItem> found, Link link, Pace pace) {
        LineItem oldest = found.getFirst();
        if (found.size() > 1) {
            LOG.info("Link {} has {} columns {}; the oldest is used", column.linkId(), found.size(), column.tag());
        }
        boolean alike = oldest.label().equals(column.label()) && oldest.maximum().compareTo(column.maximum()) == 0
                && oldest.resourceId().equals(column.resourceId());
        return alike
                ? ready(column, oldest.url(), found.size() - 1)
                : change(column, oldest.url(), found.size() - 1, link, pace);
    }

    private Pace create(Column column, Link link, Pace pace) {
        Instant now = clock.instant();
        Instant begun = column.creatingAt();
        if (begun != null && begun.plus(settings.columnSettlesWithin()).isAfter(now)) {
            // The platform may still be making it.
            failed(column, Reasons.COLUMN_UNDER_WAY, null, true, begun.plus(settings.columnSettlesWithin()));
            return pace;
        }
        if (!transactions.call(() -> columns.mayCreate(column, clock.instant()))) {
            return pace;
        }
        return switch (lti.createLineItem(link, column.at("", link.resourceLinkId()))) {
            case Done<LineItem>(LineItem made) -> ready(column, made.url(), 0);
            case Later<LineItem> later -> later(column, later, later.perhapsDone(), pace);
            case Never<LineItem> never -> never(column, never, false, pace);
        };
    }

    /** A column keeps getting scores while its label waits to be changed. */
    private Pace change(Column column, String url, int copies, Link link, Pace pace) {
        ServiceOutcome<LineItem> outcome = lti.replaceLineItem(link, column.at(url, link.resourceLinkId()));
        return switch (outcome) {
            case Done<LineItem> done -> ready(column, url, copies);
            case Later<LineItem> later -> later(column, later, false, pace);
            // Taken away by a teacher, or not ours to change: its label stays, and scores will tell the rest.
            case Never<LineItem> never -> ready(column, url, copies);
        };
    }

    private Pace ready(Column column, String url, int copies) {
        Instant now = clock.instant();
        transactions.run(() -> {
            columns.ready(column, url, copies, now);
            if (column.lastError() != null) {
                scores.resume(column.linkId(), column.tag(), column.lastError(), now);
            }
        });
        return Pace.WELL;
    }

    private <T> Pace later(Column column, Later<T> later, boolean created, Pace pace) {
        Instant now = clock.instant();
        Duration wait = Backoff.around(settings.firstRetry(), column.attempts(), settings.maxRetry(), random);
        Duration wish = later.retryAfter();
        failed(column, later.reason(), later.detail(), created,
                now.plus(wish == null || wish.compareTo(wait) < 0 ? wait : Pace.atMostADay(wish)));
        return pace.after(later.reason(), wish, now, settings, random);
    }

    /** An administrator or a teacher may put it right, so it is tried again, now and then. */
    private <T> Pace never(Column column, Never<T> never, boolean created, Pace pace) {
        Duration wait = Backoff.around(PutOff.SHORTEST, column.attempts(), settings.maxRetry(), random);
        failed(column, Reasons.COLUMN_REFUSED, never.reason() + " " + never.detail(), created,
                clock.instant().plus(wait));
        return pace;
    }

    private void failed(Column column, String reason, @Nullable String detail, boolean created, Instant next) {
        Instant now = clock.instant();
        transactions.run(() -> {
            columns.failed(column, reason, detail, created, next, now);
            if (column.url() == null) {
                scores.putOff(column.linkId(), column.tag(), reason, next, now.minus(settings.giveUpAfter()), now);
            }
        });
    }
}
