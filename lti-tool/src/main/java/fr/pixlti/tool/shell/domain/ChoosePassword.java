package fr.pixlti.tool.shell.domain;

import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.shell.domain.AdminSessions.Stage;
import fr.pixlti.tool.shell.domain.AdminSessions.WithAccount;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A password of one's own: instead of the temporary one at the end of a sign-in, or whenever one wants. */
@Component
public class ChoosePassword {

    private final Accounts accounts;
    private final AdminSessions sessions;
    private final ConsoleSessions consoleSessions;
    private final Passwords passwords;
    private final Throttle throttle;
    private final KeepAudit audit;
    private final Transactions transactions;
    private final Clock clock;

    ChoosePassword(Accounts accounts, AdminSessions sessions, ConsoleSessions consoleSessions, Passwords passwords,
            Throttle throttle, KeepAudit audit, Transactions transactions, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.consoleSessions = consoleSessions;
        this.passwords = passwords;
        this.throttle = throttle;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The last step of a sign-in with a temporary password.
     *
     * @return the session's new cookie; empty when the browser is not at this step
     * @throws DomainError {@code shell.password-weak}, {@code shell.password-same}
     */
    public Optional<AdminCookie> first(AdminCookie cookie, String password) {
        Optional<WithAccount> found = transactions.call(() -> consoleSessions.at(cookie, Stage.PASSWORD));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Account account = found.get().account();
        String hash = checked(account, password);
        return transactions.call(() -> {
            Optional<AdminCookie> next = consoleSessions.advance(found.get(), Stage.OPEN);
            if (next.isPresent()) {
                accounts.setPassword(account.id(), hash, false, clock.instant());
                accounts.signedIn(account.id(), clock.instant());
                audit.record(account.operator(), "shell.password-chosen", "");
                audit.record(account.operator(), "shell.signed-in", "");
            }
            return next;
        });
    }

    /**
     * Another password, by someone who knows the present one; ends the account's sessions everywhere but here.
     *
     * @return the session's new cookie
     * @throws DomainError {@code shell.password-wrong}, {@code shell.password-weak}, {@code shell.password-same}
     */
    public AdminCookie change(CurrentOperator operator, String present, String password) {
        Account account = transactions.call(() -> accounts.find(operator.id()))
                .orElseThrow(() -> DomainError.notFound("shell.no-account"));
        if (throttle.factor(account) != Throttle.Verdict.ADMITTED
                || !passwords.matches(present, account.passwordHash())) {
            throw new DomainError("shell.password-wrong", DomainError.Kind.INVALID);
        }
        throttle.factorRight(account);
        String hash = checked(account, password);
        return transactions.call(() -> {
            accounts.setPassword(account.id(), hash, false, clock.instant());
            sessions.removeOf(account.id());
            audit.record(operator, "shell.password-chosen", "");
            return consoleSessions.open(account, Stage.OPEN);
        });
    }

    private String checked(Account account, String password) {
        PasswordRule.check(password, account.name());
        if (passwords.matches(password, account.passwordHash())) {
            throw new DomainError("shell.password-same", DomainError.Kind.INVALID);
        }
        return passwords.hash(password);
    }
}
