package fr.pixlti.tool.lti.store;

import static fr.pixlti.schema.Tables.LTI_LOGIN;

import fr.pixlti.schema.tables.records.LtiLoginRecord;
import fr.pixlti.tool.lti.domain.Login;
import fr.pixlti.tool.lti.domain.Logins;
import fr.pixlti.tool.lti.domain.OneUseSecret;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class JooqLogins implements Logins {

    private final DSLContext db;

    JooqLogins(DSLContext db) {
        this.db = db;
    }

    @Override
    public void add(Login login) {
        db.insertInto(LTI_LOGIN)
                .columns(LTI_LOGIN.ID, LTI_LOGIN.STATE_HASH, LTI_LOGIN.NONCE, LTI_LOGIN.PLATFORM_ID,
                        LTI_LOGIN.DEPLOYMENT_ID, LTI_LOGIN.TARGET_LINK_URI, LTI_LOGIN.EXPIRES_AT)
                .values(login.id(), login.stateHash(), login.nonce(), login.platformId(), login.expectedDeployment(),
                        login.targetLinkUri(), LocalDateTime.ofInstant(login.expiresAt(), ZoneOffset.UTC))
                .execute();
    }

    @Override
    public Optional<Login> take(OneUseSecret state) {
        return db.deleteFrom(LTI_LOGIN).where(LTI_LOGIN.ID.eq(state.id()))
                .and(LTI_LOGIN.STATE_HASH.eq(state.hash())).returning().fetchOptional(JooqLogins::login);
    }

    @Override
    public int purge(Instant before) {
        return db.deleteFrom(LTI_LOGIN)
                .where(LTI_LOGIN.EXPIRES_AT.lt(LocalDateTime.ofInstant(before, ZoneOffset.UTC))).execute();
    }

    private static Login login(LtiLoginRecord row) {
        return new Login(row.getId(), row.getStateHash(), row.getNonce(), row.getPlatformId(), row.getDeploymentId(),
                row.getTargetLinkUri(), row.getExpiresAt().toInstant(ZoneOffset.UTC));
    }
}
