package fr.pixlti.tool.shell.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sessions of the console, readable by every node. Everything is called inside a transaction. */
public interface AdminSessions {

    void add(Session session);

    /** The session with its account as both are now, disabled accounts included. */
    Optional<WithAccount> find(UUID id);

    /** Remembers that it was used. */
    void touch(UUID id, Instant now);

    /** Keeps a second factor that is being enrolled, unless there is one already. */
    void offerFactor(UUID id, byte[] secret);

    /** @return whether it was there */
    boolean remove(UUID id);

    /** Ends whatever sessions the account has. */
    void removeOf(UUID accountId);

    /** Removes what has expired. @return how many */
    int purge(Instant now, Instant idleSince);

    /** What the person at the browser has proven. */
    enum Stage {
        /** The password; the second factor is asked for, or enrolled. */
        FACTOR,
        /** The second factor too; the temporary password is to be replaced. */
        PASSWORD,
        /** Everything. */
        OPEN
    }

    /**
     * @param secretHash SHA-256 of the secret half of the cookie
     * @param offeredFactor the second factor that is being enrolled, encrypted
     * @param expiresAt however much it is used
     */
    record Session(UUID id, byte[] secretHash, UUID accountId, Stage stage, byte @Nullable [] offeredFactor,
            Instant createdAt, Instant seenAt, Instant expiresAt) {}

    record WithAccount(Session session, Account account) {}
}
