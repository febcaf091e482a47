package fr.pixlti.tool.shell.domain;

import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.CurrentOperator.Role;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A named account of the console.
 *
 * @param passwordTemporary given by an administrator, to be replaced at the next sign-in
 * @param totpSecret encrypted, see {@link SecretBox}; absent until the second factor is enrolled
 * @param totpLastStep the last time step whose code was used; 0 at first
 * @param disabledAt since when it may not sign in
 */
public record Account(UUID id, String name, Role role, String passwordHash, boolean passwordTemporary,
        byte @Nullable [] totpSecret, long totpLastStep, @Nullable Instant disabledAt, Instant createdAt,
        @Nullable Instant lastSignInAt) {

    /** A new account without a second factor. */
    static Account of(UUID id, String name, Role role, String passwordHash, boolean temporary, Instant now) {
        return new Account(id, name, role, passwordHash, temporary, null, 0, null, now, null);
    }

    public boolean enabled() {
        return disabledAt == null;
    }

    public boolean enrolled() {
        return totpSecret != null;
    }

    public CurrentOperator operator() {
        return new CurrentOperator(id, name, Set.of(role));
    }
}
