package fr.pixlti.tool.shell.domain;

import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.shell.domain.AdminSessions.Stage;
import fr.pixlti.tool.shell.domain.AdminSessions.WithAccount;
import fr.pixlti.tool.shell.domain.SignIn.Outcome;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** The second step of a sign-in: a code of the authenticator, or one of the recovery codes, each of use once. */
@Component
public class PassFactor {

    private final Accounts accounts;
    private final ConsoleSessions sessions;
    private final SecretBox box;
    private final Throttle throttle;
    private final KeepAudit audit;
    private final Transactions transactions;
    private final Clock clock;

    PassFactor(Accounts accounts, ConsoleSessions sessions, SecretBox box, Throttle throttle, KeepAudit audit,
            Transactions transactions, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.box = box;
        this.throttle = throttle;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether the account at this step has a second factor; empty when the browser is not at this step. */
    public Optional<Boolean> enrolled(AdminCookie cookie) {
        return transactions.call(() -> sessions.at(cookie, Stage.FACTOR)).map(found -> found.account().enrolled());
    }

    public Outcome handle(AdminCookie cookie, String code) {
        Optional<WithAccount> found = transactions.call(() -> sessions.at(cookie, Stage.FACTOR));
        if (found.isEmpty() || found.get().account().totpSecret() == null) {
            return new Outcome.Wrong();
        }
        Account account = found.get().account();
        Throttle.Verdict verdict = throttle.factor(account);
        if (verdict != Throttle.Verdict.ADMITTED) {
            if (verdict == Throttle.Verdict.FIRST_REFUSED) {
                audit.record(account.operator(), "shell.sign-in-throttled", "");
            }
            return new Outcome.TooMany();
        }
        Outcome outcome = transactions.call(() -> pass(found.get(), code.strip()));
        if (outcome instanceof Outcome.Next) {
            throttle.factorRight(account);
        }
        return outcome;
    }

    private Outcome pass(WithAccount found, String code) {
        Account account = found.account();
        boolean recovery = code.length() > Totp.DIGITS + 1;
        boolean right = recovery
                ? accounts.useRecoveryCode(account.id(), RecoveryCodes.hash(code))
                : uses(account, code.replace(" ", ""));
        if (!right) {
            audit.record(account.operator(), "shell.factor-failed", "");
            return new Outcome.Wrong();
        }
        if (recovery) {
            audit.record(account.operator(), "shell.recovery-code-used", "");
        }
        return onward(found);
    }

    private boolean uses(Account account, String code) {
        byte[] secret = account.totpSecret();
        OptionalLong step = secret == null
                ? OptionalLong.empty()
                : Totp.stepOf(box.open(account.id(), secret), code, clock.instant());
        return step.isPresent() && accounts.useStep(account.id(), step.getAsLong());
    }

    /** The session after a proven second factor; to be called in a transaction. */
    Outcome onward(WithAccount found) {
        Account account = found.account();
        Stage stage = SignIn.afterFactor(account);
        Optional<AdminCookie> next = sessions.advance(found, stage);
        if (next.isEmpty()) {
            return new Outcome.Wrong();
        }
        if (stage == Stage.OPEN) {
            accounts.signedIn(account.id(), clock.instant());
            audit.record(account.operator(), "shell.signed-in", "");
        }
        return new Outcome.Next(next.get(), stage);
    }
}
