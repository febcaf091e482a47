package fr.pixlti.tool.shell.domain;

import fr.pixlti.tool.shared.ToolSettings;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.shell.domain.AdminSessions.Stage;
import fr.pixlti.tool.shell.domain.AdminSessions.WithAccount;
import fr.pixlti.tool.shell.domain.SignIn.Outcome;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Enrols a second factor at the first sign-in: a secret is offered, and kept once a code proves that it arrived. */
@Component
public class EnrolFactor {

    private final Accounts accounts;
    private final AdminSessions sessions;
    private final ConsoleSessions consoleSessions;
    private final PassFactor passFactor;
    private final SecretBox box;
    private final KeepAudit audit;
    private final Transactions transactions;
    private final ToolSettings settings;
    private final Clock clock;

    EnrolFactor(Accounts accounts, AdminSessions sessions, ConsoleSessions consoleSessions, PassFactor passFactor,
            SecretBox box, KeepAudit audit, Transactions transactions, ToolSettings settings, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.consoleSessions = consoleSessions;
        this.passFactor = passFactor;
        this.box = box;
        this.audit = audit;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What an authenticator needs.
     *
     * @param secret base32, in groups of four
     * @param address {@code otpauth://}, for a QR code
     */
    public record Offer(String secret, String address) {}

    /** @param recoveryCodes shown now and never again */
    public record Enrolled(Outcome.Next next, List<String> recoveryCodes) {}

    /** The same offer each time in one sign-in; empty when the browser is not at this step. */
    public Optional<Offer> offer(AdminCookie cookie) {
        return transactions.call(() -> {
            Optional<WithAccount> found = enrolling(cookie);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Account account = found.get().account();
            if (found.get().session().offeredFactor() == null) {
                sessions.offerFactor(cookie.sessionId(), box.close(account.id(), Totp.newSecret()));
            }
            return enrolling(cookie).map(EnrolFactor::offered).map(closed -> box.open(account.id(), closed))
                    .map(secret -> new Offer(Totp.base32(secret).replaceAll("(.{4})(?!$)", "$1 "),
                            Totp.address(secret, account.name(), settings.publicUrl().getHost())));
        });
    }

    /** Empty when the code is wrong, or the browser is not at this step. */
    public Optional<Enrolled> handle(AdminCookie cookie, String code) {
        return transactions.call(() -> enrolling(cookie).flatMap(found -> enrol(found, code.replace(" ", ""))));
    }

    private Optional<Enrolled> enrol(WithAccount found, String code) {
        Account account = found.account();
        byte[] closed = found.session().offeredFactor();
        OptionalLong step = closed == null
                ? OptionalLong.empty()
                : Totp.stepOf(box.open(account.id(), closed), code, clock.instant());
        if (closed == null || step.isEmpty()
                || !accounts.enrol(account.id(), closed, step.getAsLong(), clock.instant())) {
            return Optional.empty();
        }
        List<String> codes = RecoveryCodes.make();
        accounts.setRecoveryCodes(account.id(), codes.stream().map(RecoveryCodes::hash).toList());
        audit.record(account.operator(), "shell.factor-enrolled", "");
        return passFactor.onward(found) instanceof Outcome.Next next
                ? Optional.of(new Enrolled(next, codes))
                : Optional.empty();
    }

    private Optional<WithAccount> enrolling(AdminCookie cookie) {
        return consoleSessions.at(cookie, Stage.FACTOR).filter(found -> !found.account().enrolled());
    }

    private static byte @org.jspecify.annotations.Nullable [] offered(WithAccount found) {
        return found.session().offeredFactor();
    }
}
