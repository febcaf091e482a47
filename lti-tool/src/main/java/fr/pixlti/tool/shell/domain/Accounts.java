package fr.pixlti.tool.shell.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accounts of the console. Everything is called inside a transaction; a change tells whether it was made. */
public interface Accounts {

    boolean none();

    List<Account> all();

    Optional<Account> find(UUID id);

    Optional<Account> ofName(String name);

    /** @return false when the name is taken, or the id */
    boolean addUnlessThere(Account account);

    /**
     * Holds the row of the administrator who changes another account, so that two who disable each other at once do not
     * both succeed, on whatever nodes.
     *
     * @return false when that account may no longer do anything
     */
    boolean hold(UUID administrator, Instant now);

    boolean setPassword(UUID id, String hash, boolean temporary, Instant now);

    /** @param at absent: may sign in again */
    boolean setDisabled(UUID id, @Nullable Instant at, Instant now);

    /** Enrols a second factor where there is none. @param step whose code proved it */
    boolean enrol(UUID id, byte[] secret, long step, Instant now);

    /** Forgets the second factor and its recovery codes. */
    boolean forgetFactor(UUID id, Instant now);

    /** Uses up a time step: each code counts once, and none older than one that was used. */
    boolean useStep(UUID id, long step);

    /** Replaces what codes there are. */
    void setRecoveryCodes(UUID id, List<byte[]> hashes);

    /** Uses up a recovery code. */
    boolean useRecoveryCode(UUID id, byte[] hash);

    void signedIn(UUID id, Instant now);
}
