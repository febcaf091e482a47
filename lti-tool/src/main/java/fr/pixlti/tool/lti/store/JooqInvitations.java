package fr.pixlti.tool.lti.store;

import static fr.pixlti.schema.Tables.LTI_INVITATION;
import static fr.pixlti.schema.Tables.LTI_PLATFORM;
import static fr.pixlti.schema.Tables.LTI_REGISTRATION_REQUEST;

import fr.pixlti.schema.tables.records.LtiInvitationRecord;
import fr.pixlti.tool.lti.domain.Invitation;
import fr.pixlti.tool.lti.domain.Invitations;
import fr.pixlti.tool.lti.domain.OneUseSecret;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@Repository
class JooqInvitations implements Invitations {

    private static final int MOST = 200;

    private final DSLContext db;

    JooqInvitations(DSLContext db) {
        this.db = db;
    }

    @Override
    public void add(Invitation invitation, byte[] secretHash) {
        db.insertInto(LTI_INVITATION).set(LTI_INVITATION.ID, invitation.id())
                .set(LTI_INVITATION.SECRET_HASH, secretHash).set(LTI_INVITATION.SCHOOL, invitation.school())
                .set(LTI_INVITATION.ALLOW_PRIVATE_ADDRESSES, invitation.allowPrivateAddresses())
                .set(LTI_INVITATION.CREATED_BY, invitation.createdBy())
                .set(LTI_INVITATION.CREATED_AT, utc(invitation.createdAt()))
                .set(LTI_INVITATION.EXPIRES_AT, utc(invitation.expiresAt())).execute();
    }

    @Override
    public Optional<Invitation> find(OneUseSecret secret) {
        return select(LTI_INVITATION.ID.eq(secret.id()).and(LTI_INVITATION.SECRET_HASH.eq(secret.hash())))
                .fetchOptional(JooqInvitations::invitation);
    }

    @Override
    public List<Invitation> all() {
        return select(DSL.noCondition()).orderBy(LTI_INVITATION.CREATED_AT.desc(), LTI_INVITATION.ID.desc()).limit(MOST)
                .fetch(JooqInvitations::invitation);
    }

    @Override
    public Optional<String> revoke(UUID id, Instant now) {
        int changed = db.update(LTI_INVITATION).set(LTI_INVITATION.REVOKED_AT, utc(now))
                .where(LTI_INVITATION.ID.eq(id)).and(LTI_INVITATION.REVOKED_AT.isNull())
                .andNotExists(db.selectOne().from(LTI_REGISTRATION_REQUEST)
                        .where(LTI_REGISTRATION_REQUEST.INVITATION_ID.eq(id))
                        .and(LTI_REGISTRATION_REQUEST.PLATFORM_ID.isNotNull()))
                .execute();
        return changed == 0
                ? Optional.empty()
                : db.select(LTI_INVITATION.SCHOOL).from(LTI_INVITATION).where(LTI_INVITATION.ID.eq(id))
                        .fetchOptional(LTI_INVITATION.SCHOOL);
    }

    private SelectConditionStep<Record3<LtiInvitationRecord, UUID, String>> select(Condition condition) {
        return db.select(LTI_INVITATION, LTI_PLATFORM.ID, LTI_PLATFORM.NAME).from(LTI_INVITATION)
                .leftJoin(LTI_REGISTRATION_REQUEST)
                .on(LTI_REGISTRATION_REQUEST.INVITATION_ID.eq(LTI_INVITATION.ID)).leftJoin(LTI_PLATFORM)
                .on(LTI_PLATFORM.ID.eq(LTI_REGISTRATION_REQUEST.PLATFORM_ID)).where(condition);
    }

    private static Invitation invitation(Record3<LtiInvitationRecord, UUID, String> found) {
        LtiInvitationRecord row = found.value1();
        LocalDateTime revoked = row.getRevokedAt();
        return new Invitation(row.getId(), row.getSchool(), row.getAllowPrivateAddresses(), row.getCreatedBy(),
                row.getCreatedAt().toInstant(ZoneOffset.UTC), row.getExpiresAt().toInstant(ZoneOffset.UTC),
                revoked == null ? null : revoked.toInstant(ZoneOffset.UTC), found.value2(), found.value3());
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
