package fr.pixlti.tool.gradebook.domain;

import fr.pixlti.tool.campaign.events.ParticipationScored;
import fr.pixlti.tool.lti.LtiApi;
import fr.pixlti.tool.lti.LtiApi.Link;
import fr.pixlti.tool.people.PeopleApi;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Owes a score to the platform from the transaction of the fact on: both are kept or neither. Sending starts after the
 * commit, elsewhere.
 */
@Component
class QueueScore {

    private static final Logger LOG = LoggerFactory.getLogger(QueueScore.class);

    private final LtiApi lti;
    private final PeopleApi people;
    private final Scores scores;
    private final GradeColumns columns;
    private final ScoreColumns scoreColumns;
    private final WakeSending wakeSending;
    private final Transactions transactions;
    private final Clock clock;

    QueueScore(LtiApi lti, PeopleApi people, Scores scores, GradeColumns columns, ScoreColumns scoreColumns,
            WakeSending wakeSending, Transactions transactions, Clock clock) {
        this.lti = lti;
        this.people = people;
        this.scores = scores;
        this.columns = columns;
        this.scoreColumns = scoreColumns;
        this.wakeSending = wakeSending;
        this.transactions = transactions;
        this.clock = clock;
    }

    @EventListener
    void on(ParticipationScored fact) {
        transactions.run(() -> {
            Optional<Link> link = lti.link(fact.linkId());
            if (link.isEmpty()) {
                LOG.warn("Participation {} has a score for link {}, which does not exist", fact.participationId(),
                        fact.linkId());
                return;
            }
            owe(fact, link.get());
        });
    }

    private void owe(ParticipationScored fact, Link link) {
        Instant now = clock.instant();
        String subject = people.subject(fact.person(), link.platformId()).orElse(null);
        scores.owe(new NewScore(link.id(), Column.OWN, link.platformId(), fact.person(), subject, fact.given(),
                fact.maximum(), fact.comment(), now));
        if (link.makesColumns() && subject != null) {
            oweBeside(fact, link, subject, now);
        }
        Transactions.afterCommit(() -> wakeSending.soon(link.platformId()));
    }

    /** Without the right to make columns nothing is owed to them; the teacher's page says so. */
    private void oweBeside(ParticipationScored fact, Link link, String subject, Instant now) {
        List<WantedColumn> wanted = scoreColumns.of(fact, link);
        if (wanted.isEmpty()) {
            return;
        }
        Map<String, Column> known = columns.ofLink(link.id()).stream()
                .collect(Collectors.toMap(Column::tag, Function.identity()));
        for (WantedColumn column : wanted) {
            // Pupils who end together need not queue for a row that says what it should.
            if (!asWanted(known.get(column.tag()), column, fact.resourceId())) {
                columns.want(link.id(), link.platformId(), column.tag(), fact.resourceId(), column.label(),
                        column.maximum(), now);
            }
            scores.owe(new NewScore(link.id(), column.tag(), link.platformId(), fact.person(), subject,
                    column.given(), column.maximum(), column.comment(), now));
        }
    }

    private static boolean asWanted(@Nullable Column known, WantedColumn wanted, String resourceId) {
        return known != null && known.label().equals(wanted.label()) && known.resourceId().equals(resourceId)
                && known.maximum().compareTo(wanted.maximum()) == 0;
    }
}
