package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.lti.domain.Platform.Status;
import fr.pixlti.tool.lti.spi.LaunchAdmission;
import fr.pixlti.tool.shared.AuditLog;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.Transactions;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** An operator says which platforms and deployments are welcome. Doing it twice is doing it once. */
@Component
public class DecidePlatform {

    private final KnownPlatforms platforms;
    private final Registrations registrations;
    private final LaunchAdmission admissions;
    private final AuditLog audit;
    private final Transactions transactions;

    DecidePlatform(KnownPlatforms platforms, Registrations registrations, LaunchAdmission admissions, AuditLog audit,
            Transactions transactions) {
        this.platforms = platforms;
        this.registrations = registrations;
        this.admissions = admissions;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Honours the platform's launches from now on. Sessions from before a suspension are over: people come back by a
     * launch.
     *
     * @param otherHostsSeen whether the operator has looked at {@link KnownPlatform#foreignHosts} and wants it all the same
     * @throws DomainError {@code lti.other-hosts} when there are some and they were not looked at
     */
    public void approve(CurrentOperator operator, UUID id, boolean otherHostsSeen) {
        if (transactions.call(() -> find(id)).platform().status() == Status.SUSPENDED) {
            // Before it is approved, since until then no other begins; some at a time, to hold few rows at once.
            boolean more = true;
            while (more) {
                more = transactions.call(() -> admissions.endSessions(id));
            }
        }
        transactions.run(() -> {
            KnownPlatform known = find(id);
            boolean first = known.platform().status() == Status.PENDING;
            if (first && !otherHostsSeen && !known.foreignHosts().isEmpty()) {
                throw new DomainError("lti.other-hosts", DomainError.Kind.CONFLICT);
            }
            if (platforms.changeStatus(id, Status.APPROVED)) {
                audit.record(operator, "lti.platform-approved", known.platform().name());
            }
        });
        registrations.forget();
    }

    /**
     * Honours no launch any longer, nor what is open: every node asks {@link Registrations} at each request. Links,
     * results and grades are kept.
     */
    public void suspend(CurrentOperator operator, UUID id) {
        transactions.run(() -> {
            KnownPlatform known = find(id);
            if (platforms.changeStatus(id, Status.SUSPENDED)) {
                audit.record(operator, "lti.platform-suspended", known.platform().name());
            }
        });
        registrations.forget();
    }

    /** Honours the launches of a deployment that was seen in one. */
    public void approveDeployment(CurrentOperator operator, UUID id, UUID deployment) {
        transactions.run(() -> {
            KnownPlatform known = find(id);
            platforms.approveDeployment(id, deployment).ifPresent(word -> audit.record(operator,
                    "lti.deployment-approved", known.platform().name() + " / " + word));
        });
        registrations.forget();
    }

    private KnownPlatform find(UUID id) {
        return platforms.find(id).orElseThrow(() -> DomainError.notFound("lti.platform-unknown"));
    }
}
