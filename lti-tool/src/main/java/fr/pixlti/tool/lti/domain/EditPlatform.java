package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.lti.domain.KnownPlatform.Source;
import fr.pixlti.tool.lti.domain.Platform.Status;
import fr.pixlti.tool.shared.AuditLog;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.Ids;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** An operator enters a platform that cannot register by itself, or corrects one. */
@Component
public class EditPlatform {

    private final KnownPlatforms platforms;
    private final Registrations registrations;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;

    EditPlatform(KnownPlatforms platforms, Registrations registrations, AuditLog audit, Transactions transactions,
            Ids ids, Clock clock) {
        this.platforms = platforms;
        this.registrations = registrations;
        this.audit = audit;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Adds a platform, approved: the operator who types it wants it.
     *
     * @param draft without faults
     * @return its id
     * @throws DomainError {@code lti.platform-there} when issuer and client id belong to another
     */
    public UUID add(CurrentOperator operator, PlatformDraft draft) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Platform platform = draft.platform(ids.next(), Status.APPROVED);
        transactions.run(() -> {
            if (!platforms.add(
                    new KnownPlatform(platform, Source.MANUAL, null, null, now, now, List.of(), null),
                    draft.deployments())) {
                throw new DomainError("lti.platform-there", DomainError.Kind.CONFLICT);
            }
            audit.record(operator, "lti.platform-added", platform.name());
        });
        registrations.forget();
        return platform.id();
    }

    /**
     * Corrects a platform.
     *
     * @param draft without faults; its issuer and client id do not count
     * @param before {@link KnownPlatform#updatedAt} of what the operator saw
     * @throws DomainError {@code lti.platform-changed} when somebody else was faster, {@code lti.platform-unknown}
     */
    public void change(CurrentOperator operator, UUID id, PlatformDraft draft, Instant before) {
        transactions.run(() -> {
            KnownPlatform known = platforms.find(id).orElseThrow(() -> DomainError.notFound("lti.platform-unknown"));
            if (!platforms.change(draft.platform(id, known.platform().status()), before)) {
                throw new DomainError("lti.platform-changed", DomainError.Kind.CONFLICT);
            }
            audit.record(operator, "lti.platform-edited", draft.name());
        });
        registrations.forget();
    }
}
