package fr.pixlti.tool.shell.domain;

import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.CurrentOperator.Role;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.Ids;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * What an administrator does to accounts. Nobody can disable themselves or take away their own second factor here, so an
 * administrator always remains.
 */
@Component
public class ChangeAccounts {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._@'’-]{1,58}[\\p{L}\\p{N}.]");

    private final Accounts accounts;
    private final AdminSessions sessions;
    private final Passwords passwords;
    private final KeepAudit audit;
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;

    ChangeAccounts(Accounts accounts, AdminSessions sessions, Passwords passwords, KeepAudit audit,
            Transactions transactions, Ids ids, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.audit = audit;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** All accounts by name, for an administrator. */
    public List<Account> all(CurrentOperator operator) {
        operator.require(Role.ADMINISTRATOR);
        return transactions.call(accounts::all);
    }

    /**
     * Adds an account.
     *
     * @return its temporary password, shown now and never again
     * @throws DomainError {@code shell.account-name} for a name of another form, {@code shell.account-taken}
     */
    public String add(CurrentOperator operator, String name, Role role) {
        operator.require(Role.ADMINISTRATOR);
        String clean = name.strip();
        if (!NAME.matcher(clean).matches()) {
            throw new DomainError("shell.account-name", DomainError.Kind.INVALID);
        }
        String password = RecoveryCodes.one();
        Account account = Account.of(ids.next(), clean, role, passwords.hash(password), true, clock.instant());
        transactions.run(() -> {
            hold(operator);
            if (!accounts.addUnlessThere(account)) {
                throw new DomainError("shell.account-taken", DomainError.Kind.CONFLICT);
            }
            audit.record(operator, "shell.account-added", clean);
        });
        return password;
    }

    /** The account may no longer sign in, and is signed out everywhere. */
    public void disable(CurrentOperator operator, UUID id) {
        change(operator, id, "shell.account-disabled", account -> {
            accounts.setDisabled(id, clock.instant(), clock.instant());
            sessions.removeOf(id);
        });
    }

    public void enable(CurrentOperator operator, UUID id) {
        change(operator, id, "shell.account-enabled", account -> accounts.setDisabled(id, null, clock.instant()));
    }

    /** The account is signed out everywhere. @return its temporary password, shown now and never again */
    public String resetPassword(CurrentOperator operator, UUID id) {
        operator.require(Role.ADMINISTRATOR);
        String password = RecoveryCodes.one();
        String hash = passwords.hash(password);
        change(operator, id, "shell.password-reset", account -> {
            accounts.setPassword(id, hash, true, clock.instant());
            sessions.removeOf(id);
        });
        return password;
    }

    /** The account enrols another second factor at its next sign-in, and is signed out everywhere. */
    public void resetFactor(CurrentOperator operator, UUID id) {
        change(operator, id, "shell.factor-reset", account -> {
            accounts.forgetFactor(id, clock.instant());
            sessions.removeOf(id);
        });
    }

    private void change(CurrentOperator operator, UUID id, String action, Consumer<Account> deed) {
        operator.require(Role.ADMINISTRATOR);
        if (operator.id().equals(id)) {
            throw new DomainError("shell.own-account", DomainError.Kind.CONFLICT);
        }
        transactions.run(() -> {
            hold(operator);
            Account account = accounts.find(id).orElseThrow(() -> DomainError.notFound("shell.no-account"));
            deed.accept(account);
            audit.record(operator, action, account.name());
        });
    }

    private void hold(CurrentOperator operator) {
        if (!accounts.hold(operator.id(), clock.instant())) {
            throw new DomainError("shell.role-missing", DomainError.Kind.FORBIDDEN);
        }
    }
}
