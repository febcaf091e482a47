package fr.pixlti.tool.shell.domain;

import fr.pixlti.tool.shared.Transactions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Counts attempts at a sign-in before they are looked at, on all nodes together (OWASP ASVS 2.2.1: at most 100 failures
 * an hour for an account). One address alone cannot use up the attempts of an account, and so cannot lock anybody out.
 */
@Component
class Throttle {

    /** For that long an attempt counts. */
    static final Duration STRETCH = Duration.ofMinutes(15);
    static final int OF_ACCOUNT = 20;
    static final int OF_ADDRESS = 40;
    static final int OF_ACCOUNT_AT_ADDRESS = 8;
    static final int OF_FACTOR = 8;

    private final Attempts attempts;
    private final Transactions transactions;
    private final Clock clock;

    Throttle(Attempts attempts, Transactions transactions, Clock clock) {
        this.attempts = attempts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What became of an attempt; FIRST_REFUSED is worth a line in the audit log. */
    enum Verdict {
        ADMITTED, FIRST_REFUSED, REFUSED
    }

    Verdict password(String account, String address) {
        Verdict verdict = count(atAddress(account, address), OF_ACCOUNT_AT_ADDRESS);
        if (verdict == Verdict.ADMITTED) {
            verdict = count("address " + address, OF_ADDRESS);
        }
        return verdict == Verdict.ADMITTED ? count(ofAccount(account), OF_ACCOUNT) : verdict;
    }

    /** The password was right. */
    void passwordRight(String account, String address) {
        transactions.run(() -> {
            attempts.forget(key(atAddress(account, address)));
            attempts.forget(key(ofAccount(account)));
        });
    }

    Verdict factor(Account account) {
        return count(ofFactor(account), OF_FACTOR);
    }

    void factorRight(Account account) {
        transactions.run(() -> attempts.forget(key(ofFactor(account))));
    }

    private Verdict count(String countedFor, int most) {
        Instant now = clock.instant();
        int number = transactions.call(() -> attempts.count(key(countedFor), now, now.plus(STRETCH)));
        if (number <= most) {
            return Verdict.ADMITTED;
        }
        return number == most + 1 ? Verdict.FIRST_REFUSED : Verdict.REFUSED;
    }

    private static String atAddress(String account, String address) {
        return "account " + account.toLowerCase(Locale.ROOT) + " at " + address;
    }

    private static String ofAccount(String account) {
        return "account " + account.toLowerCase(Locale.ROOT);
    }

    private static String ofFactor(Account account) {
        return "factor " + account.id();
    }

    /** A name may be a password typed into the wrong field, and an address is a person's: neither is kept. */
    private static byte[] key(String countedFor) {
        return AdminCookie.sha256(countedFor.getBytes(StandardCharsets.UTF_8));
    }
}
