package fr.pixlti.tool.gradebook.domain;

import fr.pixlti.tool.lti.Columns;
import fr.pixlti.tool.lti.LtiApi;
import fr.pixlti.tool.lti.LtiApi.Link;
import fr.pixlti.tool.lti.spi.ScoreReturns;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What teachers see of their scores' way. */
@Component
class ShowReturns implements ScoreReturns {

    private static final long LOOK_AGAIN_MILLIS = 25;

    private final LtiApi lti;
    private final Scores scores;
    private final GradeColumns columns;
    private final WakeSending wakeSending;
    private final Transactions transactions;
    private final GradebookSettings settings;
    private final Clock clock;

    ShowReturns(LtiApi lti, Scores scores, GradeColumns columns, WakeSending wakeSending, Transactions transactions,
            GradebookSettings settings, Clock clock) {
        this.lti = lti;
        this.scores = scores;
        this.columns = columns;
        this.wakeSending = wakeSending;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Map<PersonId, ScoreReturn> ofLink(UUID linkId) {
        return transactions.call(() -> scores.returns(linkId)).getOrDefault(Column.OWN, Map.of());
    }

    @Override
    public LinkReturns allOfLink(UUID linkId) {
        return transactions.call(() -> {
            Map<String, Map<PersonId, ScoreReturn>> byTag = scores.returns(linkId);
            List<ColumnReturns> beside = new ArrayList<>();
            for (Column column : columns.ofLink(linkId)) {
                if (!Column.OWN.equals(column.tag())) {
                    beside.add(new ColumnReturns(column.label(), column.url() == null ? reason(column) : null,
                            column.copies(), byTag.getOrDefault(column.tag(), Map.of())));
                }
            }
            return new LinkReturns(byTag.getOrDefault(Column.OWN, Map.of()), beside,
                    lti.link(linkId).map(ShowReturns::withoutColumns).orElse(null));
        });
    }

    private static @Nullable String reason(Column column) {
        return column.lastError() == null ? null : Reasons.withWords(column.lastError());
    }

    private static @Nullable String withoutColumns(Link link) {
        return link.columns() == Columns.SCORE || link.makesColumns() ? null : Reasons.NO_COLUMN_RIGHT;
    }

    @Override
    public void readBack(UUID linkId) {
        Link link = lti.link(linkId).orElse(null);
        if (link == null || !want(link)) {
            return;
        }
        wakeSending.soon(link.platformId());
        long end = System.nanoTime() + settings.readPatience().toNanos();
        try {
            while (System.nanoTime() - end < 0 && transactions.call(() -> columns.resultsWanted(linkId))) {
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether there is something to read that was not read a moment ago */
    private boolean want(Link link) {
        Instant now = clock.instant();
        return transactions.call(() -> {
            if (scores.returns(link.id()).isEmpty()) {
                return false;
            }
            if (link.lineItemUrl() != null && columns.find(link.id(), Column.OWN).isEmpty()) {
                columns.want(link.id(), link.platformId(), Column.OWN, "", "", BigDecimal.ONE, now);
            }
            return columns.wantResults(link.id(), now.minus(settings.readAgainAfter()), now) > 0;
        });
    }
}
