package fr.pixlti.tool.shell.domain;

import fr.pixlti.tool.shared.DomainError;
import java.util.Locale;

/** What a password must be (OWASP ASVS 2.1): long; nothing is asked of its characters. */
final class PasswordRule {

    /** In characters. */
    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    private PasswordRule() {}

    /** @throws DomainError {@code shell.password-weak} when it is too short, too long or made of the account's name */
    static void check(String password, String accountName) {
        int length = password.codePointCount(0, password.length());
        boolean same = password.chars().distinct().count() < 5;
        boolean name = password.toLowerCase(Locale.ROOT).contains(accountName.toLowerCase(Locale.ROOT))
                && length < SHORTEST + accountName.length();
        if (length < SHORTEST || length > LONGEST || same || name) {
            throw new DomainError("shell.password-weak", DomainError.Kind.INVALID, SHORTEST, LONGEST);
        }
    }
}
