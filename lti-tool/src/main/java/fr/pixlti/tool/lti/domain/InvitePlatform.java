package fr.pixlti.tool.lti.domain;

import fr.pixlti.tool.shared.AuditLog;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.Ids;
import fr.pixlti.tool.shared.ToolSettings;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** An operator invites a platform's administrator to register, or takes the invitation back. */
@Component
public class InvitePlatform {

    private static final Duration LIFETIME = Duration.ofDays(7);

    private final Invitations invitations;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;
    private final ToolSettings tool;

    InvitePlatform(Invitations invitations, AuditLog audit, Transactions transactions, Ids ids, Clock clock,
            ToolSettings tool) {
        this.invitations = invitations;
        this.audit = audit;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
        this.tool = tool;
    }

    /**
     * Invites.
     *
     * @param school 1 to 255 characters
     * @param allowPrivateAddresses for platforms without https or in a private network
     * @return the address to paste into the platform; it is kept nowhere
     */
    public String handle(CurrentOperator operator, String school, boolean allowPrivateAddresses) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        OneUseSecret secret = OneUseSecret.mint(ids.next());
        Invitation invitation = new Invitation(secret.id(), school, allowPrivateAddresses, operator.name(), now,
                now.plus(LIFETIME), null, null, null);
        transactions.run(() -> {
            invitations.add(invitation, secret.hash());
            audit.record(operator, "lti.invitation-made", school);
        });
        return tool.url("/lti/register/") + secret.text();
    }

    /** Takes an invitation back, unless it was used or taken back before. */
    public void revoke(CurrentOperator operator, UUID id) {
        transactions.run(() -> invitations.revoke(id, clock.instant())
                .ifPresent(school -> audit.record(operator, "lti.invitation-revoked", school)));
    }
}
