package fr.pixlti.tool.people.domain;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import fr.pixlti.tool.people.PeopleSettings;
import fr.pixlti.tool.people.domain.KnownPeople.Limits;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Erases those whom retention has no more reason to keep, each in a short transaction. */
@Component
class RetirePeople {

    private static final Logger LOG = LoggerFactory.getLogger(RetirePeople.class);
    private static final int BATCH = 100;
    /** When schools sleep. */
    private static final LocalTime NIGHT = LocalTime.of(2, 40);

    private final KnownPeople known;
    private final ForgetPerson forgetPerson;
    private final PeopleSettings settings;
    private final Transactions transactions;
    private final Clock clock;

    RetirePeople(KnownPeople known, ForgetPerson forgetPerson, PeopleSettings settings, Transactions transactions,
            Clock clock) {
        this.known = known;
        this.forgetPerson = forgetPerson;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param goOn asked between two people: a node that stops leaves the others for tomorrow. @return how many went */
    int handle(SchedulerClient jobs, BooleanSupplier goOn) {
        Instant now = clock.instant();
        Limits limits = new Limits(now.minus(settings.retentionAfterLeaving()),
                now.minus(settings.retentionWithoutSignIn()));
        int erased = 0;
        @Nullable
        PersonId last = null;
        List<PersonId> some;
        do {
            PersonId after = last;
            some = transactions.call(() -> known.outdated(limits, after, BATCH));
            for (PersonId person : some) {
                if (!goOn.getAsBoolean()) {
                    return told(erased);
                }
                // They may have come back meanwhile.
                BooleanSupplier back = () -> !known.isOutdated(person, limits);
                erased += transactions.call(() -> forgetPerson.handle(person, back, jobs)) ? 1 : 0;
                last = person;
            }
        } while (some.size() == BATCH);
        return told(erased);
    }

    private static int told(int erased) {
        if (erased > 0) {
            LOG.info("Retention: {} people erased", erased);
        }
        return erased;
    }

    @Configuration(proxyBeanMethods = false)
    static class Jobs {

        @Bean
        Task<Void> retention(RetirePeople retirePeople) {
            return Tasks.recurring("people-retention", new Daily(ZoneOffset.UTC, NIGHT))
                    .execute((job, context) -> retirePeople.handle(context.getSchedulerClient(),
                            () -> !context.getSchedulerState().isShuttingDown()));
        }
    }
}
