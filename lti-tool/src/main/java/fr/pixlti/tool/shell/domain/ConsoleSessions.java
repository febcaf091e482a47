package fr.pixlti.tool.shell.domain;

import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.Ids;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.shell.domain.AdminSessions.Session;
import fr.pixlti.tool.shell.domain.AdminSessions.Stage;
import fr.pixlti.tool.shell.domain.AdminSessions.WithAccount;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Sessions of the console (OWASP ASVS 3): in the database, so that any node knows them and none knows one that has ended;
 * a new id whenever what the browser has proven changes.
 */
@Component
public class ConsoleSessions {

    /** Ends a session that nobody uses. */
    static final Duration IDLE = Duration.ofMinutes(30);
    /** Ends a session whoever uses it. */
    static final Duration LIFETIME = Duration.ofHours(8);
    /** For the steps of a sign-in. */
    private static final Duration SIGNING_IN = Duration.ofMinutes(15);
    /** A page need not be written down as use when one was just before. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    private final AdminSessions sessions;
    private final KeepAudit audit;
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;

    ConsoleSessions(AdminSessions sessions, KeepAudit audit, Transactions transactions, Ids ids, Clock clock) {
        this.sessions = sessions;
        this.audit = audit;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whose session this is, once everything is proven and as long as it lasts. */
    public Optional<CurrentOperator> operator(AdminCookie cookie) {
        return transactions.call(() -> at(cookie, Stage.OPEN)).map(found -> found.account().operator());
    }

    /** Which step of a sign-in comes next in this browser; OPEN when none does. */
    public Optional<Stage> stage(AdminCookie cookie) {
        return transactions.call(() -> find(cookie)).map(found -> found.session().stage());
    }

    public void signOut(AdminCookie cookie, CurrentOperator operator) {
        transactions.run(() -> {
            if (at(cookie, Stage.OPEN).isPresent() && sessions.remove(cookie.sessionId())) {
                audit.record(operator, "shell.signed-out", "");
            }
        });
    }

    /** The session at a stage, with its account; to be called in a transaction. */
    Optional<WithAccount> at(AdminCookie cookie, Stage stage) {
        return find(cookie).filter(found -> found.session().stage() == stage);
    }

    /** Opens a session; to be called in a transaction. */
    AdminCookie open(Account account, Stage stage) {
        Instant now = clock.instant();
        AdminCookie cookie = AdminCookie.of(ids.next());
        sessions.add(new Session(cookie.sessionId(), cookie.hash(), account.id(), stage, null, now, now,
                now.plus(stage == Stage.OPEN ? LIFETIME : SIGNING_IN)));
        return cookie;
    }

    /** Ends a session in favour of a new one; to be called in a transaction, which another one may be faster than. */
    Optional<AdminCookie> advance(WithAccount from, Stage stage) {
        return sessions.remove(from.session().id()) ? Optional.of(open(from.account(), stage)) : Optional.empty();
    }

    private Optional<WithAccount> find(AdminCookie cookie) {
        Instant now = clock.instant();
        Optional<WithAccount> found = sessions.find(cookie.sessionId()).filter(each -> {
            Session session = each.session();
            return cookie.proves(session.secretHash()) && each.account().enabled() && session.expiresAt().isAfter(now)
                    && session.seenAt().plus(IDLE).isAfter(now);
        });
        found.filter(each -> each.session().seenAt().plus(NOTED).isBefore(now))
                .ifPresent(each -> sessions.touch(each.session().id(), now));
        return found;
    }
}
