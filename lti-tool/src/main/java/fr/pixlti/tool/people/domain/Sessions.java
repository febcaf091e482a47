package fr.pixlti.tool.people.domain;

import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Browser sessions. */
public interface Sessions {

    void add(Session session);

    Optional<Session> find(UUID id);

    Optional<Session> ofLogin(UUID loginId);

    /** Removes sessions that a platform's launches opened. @return how many, {@code most} at most */
    int endOf(UUID platformId, int most);

    /** Removes what has expired. @return how many */
    int purge(Instant now);

    /**
     * @param secretHash SHA-256 of the secret half of the cookie
     * @param displayName of the person; read with the session, ignored when adding
     * @param openedPath where its launch led
     */
    record Session(UUID id, byte[] secretHash, PersonId person, String displayName, @Nullable UUID platformId,
            @Nullable UUID loginId, @Nullable String locale, @Nullable String openedPath, @Nullable String returnUrl,
            Instant createdAt, Instant expiresAt) {}
}
