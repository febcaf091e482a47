package fr.pixlti.tool.shell.store;

import static fr.pixlti.schema.Tables.SHELL_ACCOUNT;
import static fr.pixlti.schema.Tables.SHELL_ADMIN_SESSION;

import fr.pixlti.schema.tables.records.ShellAdminSessionRecord;
import fr.pixlti.tool.shell.domain.AdminSessions;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class JooqAdminSessions implements AdminSessions {

    private final DSLContext db;

    JooqAdminSessions(DSLContext db) {
        this.db = db;
    }

    @Override
    public void add(Session session) {
        db.insertInto(SHELL_ADMIN_SESSION).set(SHELL_ADMIN_SESSION.ID, session.id())
                .set(SHELL_ADMIN_SESSION.SECRET_HASH, session.secretHash())
                .set(SHELL_ADMIN_SESSION.ACCOUNT_ID, session.accountId())
                .set(SHELL_ADMIN_SESSION.STAGE, session.stage().name())
                .set(SHELL_ADMIN_SESSION.CREATED_AT, Utc.of(session.createdAt()))
                .set(SHELL_ADMIN_SESSION.SEEN_AT, Utc.of(session.seenAt()))
                .set(SHELL_ADMIN_SESSION.EXPIRES_AT, Utc.of(session.expiresAt())).execute();
    }

    @Override
    public Optional<WithAccount> find(UUID id) {
        return db.select(SHELL_ADMIN_SESSION.fields()).select(SHELL_ACCOUNT.fields()).from(SHELL_ADMIN_SESSION)
                .join(SHELL_ACCOUNT).on(SHELL_ACCOUNT.ID.eq(SHELL_ADMIN_SESSION.ACCOUNT_ID))
                .where(SHELL_ADMIN_SESSION.ID.eq(id))
                .fetchOptional(row -> new WithAccount(session(row.into(SHELL_ADMIN_SESSION)),
                        JooqAccounts.account(row.into(SHELL_ACCOUNT))));
    }

    @Override
    public void touch(UUID id, Instant now) {
        db.update(SHELL_ADMIN_SESSION).set(SHELL_ADMIN_SESSION.SEEN_AT, Utc.of(now))
                .where(SHELL_ADMIN_SESSION.ID.eq(id)).execute();
    }

    @Override
    public void offerFactor(UUID id, byte[] secret) {
        db.update(SHELL_ADMIN_SESSION).set(SHELL_ADMIN_SESSION.TOTP_SECRET_ENCRYPTED, secret)
                .where(SHELL_ADMIN_SESSION.ID.eq(id)).and(SHELL_ADMIN_SESSION.TOTP_SECRET_ENCRYPTED.isNull()).execute();
    }

    @Override
    public boolean remove(UUID id) {
        return db.deleteFrom(SHELL_ADMIN_SESSION).where(SHELL_ADMIN_SESSION.ID.eq(id)).execute() == 1;
    }

    @Override
    public void removeOf(UUID accountId) {
        db.deleteFrom(SHELL_ADMIN_SESSION).where(SHELL_ADMIN_SESSION.ACCOUNT_ID.eq(accountId)).execute();
    }

    @Override
    public int purge(Instant now, Instant idleSince) {
        return db.deleteFrom(SHELL_ADMIN_SESSION).where(SHELL_ADMIN_SESSION.EXPIRES_AT.lt(Utc.of(now)))
                .or(SHELL_ADMIN_SESSION.SEEN_AT.lt(Utc.of(idleSince))).execute();
    }

    private static Session session(ShellAdminSessionRecord row) {
        return new Session(row.getId(), row.getSecretHash(), row.getAccountId(), Stage.valueOf(row.getStage()),
                row.getTotpSecretEncrypted(), Utc.instant(row.getCreatedAt()), Utc.instant(row.getSeenAt()),
                Utc.instant(row.getExpiresAt()));
    }
}
