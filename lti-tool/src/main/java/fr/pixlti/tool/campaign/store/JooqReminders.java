package fr.pixlti.tool.campaign.store;

import static fr.pixlti.schema.Tables.CAMPAIGN_PARTICIPATION;
import static fr.pixlti.schema.Tables.CAMPAIGN_REMINDER;

import fr.pixlti.tool.campaign.domain.Participation.Status;
import fr.pixlti.tool.campaign.domain.follow.Reminders;
import fr.pixlti.tool.campaign.domain.follow.Scope;
import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JooqReminders implements Reminders {

    private final DSLContext db;

    JooqReminders(DSLContext db) {
        this.db = db;
    }

    @Override
    public int ask(Scope scope, @Nullable UUID participation, PersonId teacher, Instant now) {
        LocalDateTime at = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        Condition awaited = Scopes.participations(scope).and(CAMPAIGN_PARTICIPATION.STATUS.ne(Status.SENT.name()));
        return db
                .insertInto(CAMPAIGN_REMINDER, CAMPAIGN_REMINDER.PARTICIPATION_ID, CAMPAIGN_REMINDER.ASKED_ON,
                        CAMPAIGN_REMINDER.ASKED_AT, CAMPAIGN_REMINDER.ASKED_BY)
                .select(DSL
                        .select(CAMPAIGN_PARTICIPATION.ID, DSL.val(at.toLocalDate()), DSL.val(at),
                                DSL.val(teacher.value()))
                        .from(CAMPAIGN_PARTICIPATION)
                        .where(participation == null
                                ? awaited
                                : awaited.and(CAMPAIGN_PARTICIPATION.ID.eq(participation))))
                .onDuplicateKeyIgnore().execute();
    }

    @Override
    public Optional<Instant> of(UUID participation) {
        return Optional.ofNullable(newest(Set.of(participation)).get(participation));
    }

    @Override
    public Map<UUID, Instant> newest(Collection<UUID> participations) {
        return participations.isEmpty()
                ? Map.of()
                : db.select(CAMPAIGN_REMINDER.PARTICIPATION_ID, DSL.max(CAMPAIGN_REMINDER.ASKED_AT))
                        .from(CAMPAIGN_REMINDER).join(CAMPAIGN_PARTICIPATION)
                        .on(CAMPAIGN_PARTICIPATION.ID.eq(CAMPAIGN_REMINDER.PARTICIPATION_ID))
                        .where(CAMPAIGN_REMINDER.PARTICIPATION_ID.in(participations))
                        .and(CAMPAIGN_PARTICIPATION.STATUS.ne(Status.SENT.name()))
                        .groupBy(CAMPAIGN_REMINDER.PARTICIPATION_ID)
                        .fetchMap(row -> row.value1(), row -> row.value2().toInstant(ZoneOffset.UTC));
    }
}
