package fr.pixlti.tool.lti.store;

import static fr.pixlti.schema.Tables.LTI_TICKET;

import fr.pixlti.tool.lti.domain.OneUseSecret;
import fr.pixlti.tool.lti.domain.Tickets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class JooqTickets implements Tickets {

    private final DSLContext db;

    JooqTickets(DSLContext db) {
        this.db = db;
    }

    @Override
    public void add(OneUseSecret ticket, String launch, Instant expiresAt) {
        db.insertInto(LTI_TICKET).set(LTI_TICKET.ID, ticket.id()).set(LTI_TICKET.SECRET_HASH, ticket.hash())
                .set(LTI_TICKET.LAUNCH, launch)
                .set(LTI_TICKET.EXPIRES_AT, LocalDateTime.ofInstant(expiresAt, ZoneOffset.UTC)).execute();
    }

    @Override
    public Optional<String> take(OneUseSecret ticket, Instant now) {
        return db.deleteFrom(LTI_TICKET).where(LTI_TICKET.ID.eq(ticket.id()))
                .and(LTI_TICKET.SECRET_HASH.eq(ticket.hash())).returning(LTI_TICKET.LAUNCH, LTI_TICKET.EXPIRES_AT)
                .fetchOptional()
                .filter(row -> row.getExpiresAt().isAfter(LocalDateTime.ofInstant(now, ZoneOffset.UTC)))
                .map(row -> row.getLaunch());
    }

    @Override
    public int purge(Instant before) {
        return db.deleteFrom(LTI_TICKET)
                .where(LTI_TICKET.EXPIRES_AT.lt(LocalDateTime.ofInstant(before, ZoneOffset.UTC))).execute();
    }
}
