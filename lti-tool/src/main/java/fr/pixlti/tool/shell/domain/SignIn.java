package fr.pixlti.tool.shell.domain;

import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.shell.domain.AdminSessions.Stage;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The first step of a sign-in: name and password. Says nothing of which names there are, be it by its duration. */
@Component
public class SignIn {

    private final Accounts accounts;
    private final Passwords passwords;
    private final Throttle throttle;
    private final ConsoleSessions sessions;
    private final KeepAudit audit;
    private final Transactions transactions;
    private final AdminSettings settings;
    private final Clock clock;

    SignIn(Accounts accounts, Passwords passwords, Throttle throttle, ConsoleSessions sessions, KeepAudit audit,
            Transactions transactions, AdminSettings settings, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.sessions = sessions;
        this.audit = audit;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Outcome {

        /** No such name, another password, or an account that is disabled. */
        record Wrong() implements Outcome {}

        /** Not looked at: too many attempts lately. */
        record TooMany() implements Outcome {}

        record Next(AdminCookie cookie, Stage stage) implements Outcome {}
    }

    /** Whether there is nobody yet who could sign in. */
    public boolean nobodyYet() {
        return transactions.call(accounts::none);
    }

    /** @param address of the browser, as the web server knows it */
    public Outcome handle(String name, String password, String address) {
        String typed = name.strip();
        Throttle.Verdict verdict = throttle.password(typed, address);
        Optional<Account> account = transactions.call(() -> accounts.ofName(typed));
        if (verdict != Throttle.Verdict.ADMITTED) {
            if (verdict == Throttle.Verdict.FIRST_REFUSED) {
                note(account, "shell.sign-in-throttled");
            }
            return new Outcome.TooMany();
        }
        boolean right = passwords.matches(password,
                account.map(Account::passwordHash).orElseGet(passwords::nobodys));
        if (account.isEmpty() || !right || !account.get().enabled()) {
            note(account, "shell.sign-in-failed");
            return new Outcome.Wrong();
        }
        throttle.passwordRight(typed, address);
        return transactions.call(() -> next(account.get()));
    }

    private Outcome next(Account account) {
        Stage stage = account.enrolled() || settings.secondFactor() ? Stage.FACTOR : afterFactor(account);
        if (stage == Stage.OPEN) {
            accounts.signedIn(account.id(), clock.instant());
            audit.record(account.operator(), "shell.signed-in", "");
        }
        return new Outcome.Next(sessions.open(account, stage), stage);
    }

    static Stage afterFactor(Account account) {
        return account.passwordTemporary() ? Stage.PASSWORD : Stage.OPEN;
    }

    private void note(Optional<Account> account, String action) {
        account.ifPresentOrElse(known -> audit.record(known.operator(), action, ""), () -> audit.recordNobody(action));
    }
}
