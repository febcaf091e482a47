package fr.pixlti.tool.people.domain;

import com.github.kagkarlsson.scheduler.Scheduler;
import fr.pixlti.tool.shared.AuditLog;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.CurrentOperator.Role;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import org.springframework.stereotype.Component;

/** An operator erases a person (GDPR, article 17): all rooms at once, or none. Open sessions end. */
@Component
public class ErasePerson {

    private final ForgetPerson forgetPerson;
    private final AuditLog audit;
    private final Scheduler jobs;
    private final Transactions transactions;

    ErasePerson(ForgetPerson forgetPerson, AuditLog audit, Scheduler jobs, Transactions transactions) {
        this.forgetPerson = forgetPerson;
        this.audit = audit;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    /** @throws DomainError {@code people.person-unknown} when there is nobody of that id, or no longer */
    public void handle(CurrentOperator operator, PersonId person) {
        operator.require(Role.OPERATOR);
        transactions.run(() -> {
            if (!forgetPerson.handle(person, () -> false, jobs)) {
                throw DomainError.notFound("people.person-unknown");
            }
            audit.record(operator, "people.erased", person.toString());
        });
    }
}
