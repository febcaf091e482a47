package fr.pixlti.tool.people.domain;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.PersonalData;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Has every room forget a person. Other nodes know an open session by heart for half a minute, and may write down what is
 * done in it: a job forgets once more when that is over.
 */
@Component
class ForgetPerson {

    static final TaskDescriptor<Void> AGAIN = TaskDescriptor.of("people-forget-again");

    /** Well after {@link RecentSessions} forgets, and after the longest request. */
    private static final Duration AFTERWARDS = Duration.ofMinutes(5);
    private static final Duration AFTER_FAULT = Duration.ofMinutes(1);

    private final KnownPeople known;
    private final List<PersonalData> rooms;
    private final RecentSessions recent;
    private final Clock clock;

    ForgetPerson(KnownPeople known, List<PersonalData> rooms, RecentSessions recent, Clock clock) {
        this.known = known;
        this.rooms = rooms;
        this.recent = recent;
        this.clock = clock;
    }

    /** Inside a transaction. @return whether there was such a person, who is not {@code spared} */
    boolean handle(PersonId person, BooleanSupplier spared, SchedulerClient jobs) {
        if (!known.lock(person) || spared.getAsBoolean()) {
            return false;
        }
        forget(person);
        jobs.scheduleIfNotExists(AGAIN.instance(person.toString()).build(), clock.instant().plus(AFTERWARDS));
        Transactions.afterCommit(() -> recent.forget(person));
        return true;
    }

    private void forget(PersonId person) {
        PersonId nobody = PersonId.nobody();
        rooms.forEach(room -> room.erase(person, nobody));
    }

    @Configuration(proxyBeanMethods = false)
    static class Jobs {

        @Bean
        Task<Void> forgetAgain(ForgetPerson forgetPerson, Transactions transactions) {
            return Tasks.oneTime(AGAIN).onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_FAULT))
                    .execute((job, context) -> transactions
                            .run(() -> forgetPerson.forget(new PersonId(UUID.fromString(job.getId())))));
        }
    }
}
