package fr.pixlti.tool.lti.store;

import static fr.pixlti.schema.Tables.LTI_REGISTRATION_REQUEST;

import fr.pixlti.tool.lti.domain.RegistrationRequests;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JooqRegistrationRequests implements RegistrationRequests {

    /** Far longer than a request takes: what is older was left behind by a node that died. */
    private static final Duration LEFT_BEHIND = Duration.ofMinutes(2);

    private final DSLContext db;
    private final Clock clock;

    JooqRegistrationRequests(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public boolean begin(UUID id, byte[] requestHash, @Nullable UUID invitation) {
        LocalDateTime now = LocalDateTime.now(clock);
        db.deleteFrom(LTI_REGISTRATION_REQUEST).where(inTheWay(requestHash, invitation))
                .and(LTI_REGISTRATION_REQUEST.PLATFORM_ID.isNull())
                .and(LTI_REGISTRATION_REQUEST.STARTED_AT.lt(now.minus(LEFT_BEHIND))).execute();
        return db.insertInto(LTI_REGISTRATION_REQUEST).set(LTI_REGISTRATION_REQUEST.ID, id)
                .set(LTI_REGISTRATION_REQUEST.REQUEST_HASH, requestHash)
                .set(LTI_REGISTRATION_REQUEST.INVITATION_ID, invitation)
                .set(LTI_REGISTRATION_REQUEST.STARTED_AT, now).onDuplicateKeyIgnore().execute() == 1;
    }

    @Override
    public Optional<Earlier> earlier(byte[] requestHash, @Nullable UUID invitation) {
        return db.selectFrom(LTI_REGISTRATION_REQUEST).where(inTheWay(requestHash, invitation))
                .fetch(row -> new Earlier(Arrays.equals(row.getRequestHash(), requestHash), row.getPlatformId()))
                .stream().findFirst();
    }

    @Override
    public void finish(UUID id, UUID platformId) {
        db.update(LTI_REGISTRATION_REQUEST).set(LTI_REGISTRATION_REQUEST.PLATFORM_ID, platformId)
                .where(LTI_REGISTRATION_REQUEST.ID.eq(id)).execute();
    }

    @Override
    public void abandon(UUID id) {
        db.deleteFrom(LTI_REGISTRATION_REQUEST).where(LTI_REGISTRATION_REQUEST.ID.eq(id))
                .and(LTI_REGISTRATION_REQUEST.PLATFORM_ID.isNull()).execute();
    }

    /** The invitation is part of the hash, so at most one row answers. */
    private static Condition inTheWay(byte[] requestHash, @Nullable UUID invitation) {
        Condition same = LTI_REGISTRATION_REQUEST.REQUEST_HASH.eq(requestHash);
        return invitation == null ? same : same.or(LTI_REGISTRATION_REQUEST.INVITATION_ID.eq(invitation));
    }
}
