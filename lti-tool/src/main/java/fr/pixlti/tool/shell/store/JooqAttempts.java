package fr.pixlti.tool.shell.store;

import static fr.pixlti.schema.Tables.SHELL_ATTEMPT;
import static org.jooq.impl.DSL.when;

import fr.pixlti.tool.shell.domain.Attempts;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class JooqAttempts implements Attempts {

    private final DSLContext db;

    JooqAttempts(DSLContext db) {
        this.db = db;
    }

    @Override
    public int count(byte[] countedFor, Instant now, Instant until) {
        LocalDateTime at = Utc.of(now);
        var t = SHELL_ATTEMPT;
        // MariaDB carries the assignments out from left to right: what is compared comes last.
        db.insertInto(t).set(t.COUNTED_FOR, countedFor).set(t.ATTEMPTS, 1).set(t.UNTIL, Utc.of(until))
                .onDuplicateKeyUpdate().set(t.ATTEMPTS, when(t.UNTIL.le(at), 1).otherwise(t.ATTEMPTS.plus(1)))
                .set(t.UNTIL, when(t.UNTIL.le(at), Utc.of(until)).otherwise(t.UNTIL)).execute();
        return Objects.requireNonNull(
                db.select(t.ATTEMPTS).from(t).where(t.COUNTED_FOR.eq(countedFor)).fetchSingle(t.ATTEMPTS));
    }

    @Override
    public void forget(byte[] countedFor) {
        db.deleteFrom(SHELL_ATTEMPT).where(SHELL_ATTEMPT.COUNTED_FOR.eq(countedFor)).execute();
    }

    @Override
    public int purge(Instant now) {
        return db.deleteFrom(SHELL_ATTEMPT).where(SHELL_ATTEMPT.UNTIL.le(Utc.of(now))).execute();
    }
}
