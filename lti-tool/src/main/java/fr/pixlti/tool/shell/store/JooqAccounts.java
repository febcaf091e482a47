package fr.pixlti.tool.shell.store;

import static fr.pixlti.schema.Tables.SHELL_ACCOUNT;
import static fr.pixlti.schema.Tables.SHELL_RECOVERY_CODE;

import fr.pixlti.schema.tables.records.ShellAccountRecord;
import fr.pixlti.tool.shared.CurrentOperator.Role;
import fr.pixlti.tool.shell.domain.Account;
import fr.pixlti.tool.shell.domain.Accounts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.UpdateSetMoreStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JooqAccounts implements Accounts {

    private final DSLContext db;

    JooqAccounts(DSLContext db) {
        this.db = db;
    }

    @Override
    public boolean none() {
        return !db.fetchExists(SHELL_ACCOUNT);
    }

    @Override
    public List<Account> all() {
        return db.selectFrom(SHELL_ACCOUNT).orderBy(SHELL_ACCOUNT.NAME).fetch(JooqAccounts::account);
    }

    @Override
    public Optional<Account> find(UUID id) {
        return db.selectFrom(SHELL_ACCOUNT).where(SHELL_ACCOUNT.ID.eq(id)).fetchOptional(JooqAccounts::account);
    }

    @Override
    public Optional<Account> ofName(String name) {
        return db.selectFrom(SHELL_ACCOUNT).where(SHELL_ACCOUNT.NAME.eq(name)).fetchOptional(JooqAccounts::account);
    }

    @Override
    public boolean addUnlessThere(Account account) {
        return db.insertInto(SHELL_ACCOUNT).set(SHELL_ACCOUNT.ID, account.id()).set(SHELL_ACCOUNT.NAME, account.name())
                .set(SHELL_ACCOUNT.ROLE, account.role().name()).set(SHELL_ACCOUNT.PASSWORD_HASH, account.passwordHash())
                .set(SHELL_ACCOUNT.PASSWORD_TEMPORARY, account.passwordTemporary())
                .set(SHELL_ACCOUNT.TOTP_LAST_STEP, account.totpLastStep())
                .set(SHELL_ACCOUNT.CREATED_AT, Utc.of(account.createdAt()))
                .set(SHELL_ACCOUNT.UPDATED_AT, Utc.of(account.createdAt())).onDuplicateKeyIgnore().execute() == 1;
    }

    @Override
    public boolean hold(UUID administrator, Instant now) {
        return update(now).where(SHELL_ACCOUNT.ID.eq(administrator)).and(SHELL_ACCOUNT.DISABLED_AT.isNull())
                .and(SHELL_ACCOUNT.ROLE.eq(Role.ADMINISTRATOR.name())).execute() == 1;
    }

    @Override
    public boolean setPassword(UUID id, String hash, boolean temporary, Instant now) {
        return update(now).set(SHELL_ACCOUNT.PASSWORD_HASH, hash)
                .set(SHELL_ACCOUNT.PASSWORD_TEMPORARY, temporary).where(SHELL_ACCOUNT.ID.eq(id)).execute() == 1;
    }

    @Override
    public boolean setDisabled(UUID id, @Nullable Instant at, Instant now) {
        return update(now).set(SHELL_ACCOUNT.DISABLED_AT, at == null ? null : Utc.of(at))
                .where(SHELL_ACCOUNT.ID.eq(id)).execute() == 1;
    }

    @Override
    public boolean enrol(UUID id, byte[] secret, long step, Instant now) {
        return update(now).set(SHELL_ACCOUNT.TOTP_SECRET_ENCRYPTED, secret).set(SHELL_ACCOUNT.TOTP_LAST_STEP, step)
                .where(SHELL_ACCOUNT.ID.eq(id)).and(SHELL_ACCOUNT.TOTP_SECRET_ENCRYPTED.isNull()).execute() == 1;
    }

    @Override
    public boolean forgetFactor(UUID id, Instant now) {
        db.deleteFrom(SHELL_RECOVERY_CODE).where(SHELL_RECOVERY_CODE.ACCOUNT_ID.eq(id)).execute();
        return update(now).setNull(SHELL_ACCOUNT.TOTP_SECRET_ENCRYPTED).set(SHELL_ACCOUNT.TOTP_LAST_STEP, 0L)
                .where(SHELL_ACCOUNT.ID.eq(id)).execute() == 1;
    }

    @Override
    public boolean useStep(UUID id, long step) {
        return db.update(SHELL_ACCOUNT).set(SHELL_ACCOUNT.TOTP_LAST_STEP, step).where(SHELL_ACCOUNT.ID.eq(id))
                .and(SHELL_ACCOUNT.TOTP_LAST_STEP.lt(step)).execute() == 1;
    }

    @Override
    public void setRecoveryCodes(UUID id, List<byte[]> hashes) {
        db.deleteFrom(SHELL_RECOVERY_CODE).where(SHELL_RECOVERY_CODE.ACCOUNT_ID.eq(id)).execute();
        var insert = db.insertInto(SHELL_RECOVERY_CODE, SHELL_RECOVERY_CODE.ACCOUNT_ID, SHELL_RECOVERY_CODE.CODE_HASH);
        for (byte[] hash : hashes) {
            insert = insert.values(id, hash);
        }
        insert.execute();
    }

    @Override
    public boolean useRecoveryCode(UUID id, byte[] hash) {
        return db.deleteFrom(SHELL_RECOVERY_CODE).where(SHELL_RECOVERY_CODE.ACCOUNT_ID.eq(id))
                .and(SHELL_RECOVERY_CODE.CODE_HASH.eq(hash)).execute() == 1;
    }

    @Override
    public void signedIn(UUID id, Instant now) {
        db.update(SHELL_ACCOUNT).set(SHELL_ACCOUNT.LAST_SIGN_IN_AT, Utc.of(now)).where(SHELL_ACCOUNT.ID.eq(id))
                .execute();
    }

    private UpdateSetMoreStep<ShellAccountRecord> update(Instant now) {
        return db.update(SHELL_ACCOUNT).set(SHELL_ACCOUNT.UPDATED_AT, Utc.of(now));
    }

    static Account account(ShellAccountRecord row) {
        return new Account(row.getId(), row.getName(), Role.valueOf(row.getRole()), row.getPasswordHash(),
                row.getPasswordTemporary(), row.getTotpSecretEncrypted(), row.getTotpLastStep(),
                Utc.orNull(row.getDisabledAt()), Utc.instant(row.getCreatedAt()), Utc.orNull(row.getLastSignInAt()));
    }
}
