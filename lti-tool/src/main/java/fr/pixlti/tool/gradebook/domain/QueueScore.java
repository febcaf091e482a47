package fr.pixlti.tool.gradebook.domain;

import fr.pixlti.tool.campaign.events.ParticipationScored;
import fr.pixlti.tool.lti.LtiApi;
import fr.pixlti.tool.lti.LtiApi.Link;
import fr.pixlti.tool.people.PeopleApi;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

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
    private final WakeSending wakeSending;
    private final Transactions transactions;
    private final Clock clock;

    QueueScore(LtiApi lti, PeopleApi people, Scores scores, WakeSending wakeSending, Transactions transactions,
            Clock clock) {
        this.lti = lti;
        this.people = people;
        this.scores = scores;
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
        String subject = people.subject(fact.person(), link.platformId()).orElse(null);
        scores.owe(new NewScore(link.id(), link.platformId(), fact.person(), subject, fact.given(), fact.maximum(),
                fact.comment(), clock.instant()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

            @Override
            public void afterCommit() {
                wakeSending.soon(link.platformId());
            }
        });
    }
}
