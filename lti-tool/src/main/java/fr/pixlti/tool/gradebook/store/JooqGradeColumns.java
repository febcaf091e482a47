package fr.pixlti.tool.gradebook.store;

import static fr.pixlti.schema.Tables.GRADEBOOK_COLUMN;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;

import fr.pixlti.schema.tables.records.GradebookColumnRecord;
import fr.pixlti.tool.gradebook.domain.Column;
import fr.pixlti.tool.gradebook.domain.GradeColumns;
import fr.pixlti.tool.shared.Ids;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JooqGradeColumns implements GradeColumns {

    private final DSLContext sql;
    private final Ids ids;

    JooqGradeColumns(DSLContext sql, Ids ids) {
        this.sql = sql;
        this.ids = ids;
    }

    @Override
    public List<Column> ofLink(UUID linkId) {
        return sql.selectFrom(GRADEBOOK_COLUMN).where(GRADEBOOK_COLUMN.RESOURCE_LINK_ID.eq(linkId))
                .orderBy(DSL.length(GRADEBOOK_COLUMN.LINE_ITEM_TAG), GRADEBOOK_COLUMN.LINE_ITEM_TAG)
                .fetch(JooqGradeColumns::column);
    }

    @Override
    public Optional<Column> find(UUID linkId, String tag) {
        return sql.selectFrom(GRADEBOOK_COLUMN).where(GRADEBOOK_COLUMN.RESOURCE_LINK_ID.eq(linkId))
                .and(GRADEBOOK_COLUMN.LINE_ITEM_TAG.eq(tag)).fetchOptional(JooqGradeColumns::column);
    }

    @Override
    public void want(UUID linkId, UUID platformId, String tag, String resourceId, String label, BigDecimal maximum,
            Instant now) {
        LocalDateTime at = Utc.of(now);
        var t = GRADEBOOK_COLUMN;
        Condition same = t.LABEL.eq(excluded(t.LABEL)).and(t.RESOURCE_ID.eq(excluded(t.RESOURCE_ID)))
                .and(t.SCORE_MAXIMUM.eq(excluded(t.SCORE_MAXIMUM)));
        // MariaDB carries the assignments out from left to right: what "same" compares comes last.
        sql.insertInto(t).set(t.ID, ids.next()).set(t.RESOURCE_LINK_ID, linkId).set(t.LINE_ITEM_TAG, tag)
                .set(t.PLATFORM_ID, platformId).set(t.RESOURCE_ID, resourceId).set(t.LABEL, label)
                .set(t.SCORE_MAXIMUM, maximum).set(t.IN_STEP, false).set(t.CLAIM, 0).set(t.COPIES, 0)
                .set(t.ATTEMPTS, 0).set(t.NEXT_ATTEMPT_AT, at).set(t.CREATED_AT, at).set(t.UPDATED_AT, at)
                .onDuplicateKeyUpdate().set(t.IN_STEP, field(t.IN_STEP.isTrue().and(same)))
                .set(t.NEXT_ATTEMPT_AT, DSL.when(same, t.NEXT_ATTEMPT_AT).otherwise(at)).set(t.UPDATED_AT, at)
                .set(t.LABEL, excluded(t.LABEL)).set(t.RESOURCE_ID, excluded(t.RESOURCE_ID))
                .set(t.SCORE_MAXIMUM, excluded(t.SCORE_MAXIMUM)).execute();
    }

    @Override
    public boolean claim(Column column, Instant now) {
        return sql.update(GRADEBOOK_COLUMN).set(GRADEBOOK_COLUMN.CLAIM, GRADEBOOK_COLUMN.CLAIM.plus(1))
                .set(GRADEBOOK_COLUMN.UPDATED_AT, Utc.of(now)).where(claimedBy(column)).execute() == 1;
    }

    @Override
    public boolean mayCreate(Column claimed, Instant now) {
        return sql.update(GRADEBOOK_COLUMN).set(GRADEBOOK_COLUMN.CREATING_AT, Utc.of(now))
                .where(claimedBy(claimed)).and(GRADEBOOK_COLUMN.LINE_ITEM_URL.isNull()).execute() == 1;
    }

    @Override
    public void ready(Column claimed, String url, int copies, Instant now) {
        // How it should be may have changed during the request.
        Condition told = GRADEBOOK_COLUMN.LABEL.eq(claimed.label())
                .and(GRADEBOOK_COLUMN.RESOURCE_ID.eq(claimed.resourceId()))
                .and(GRADEBOOK_COLUMN.SCORE_MAXIMUM.eq(claimed.maximum()));
        sql.update(GRADEBOOK_COLUMN).set(GRADEBOOK_COLUMN.LINE_ITEM_URL, url)
                .set(GRADEBOOK_COLUMN.IN_STEP, field(told)).set(GRADEBOOK_COLUMN.COPIES, copies)
                .setNull(GRADEBOOK_COLUMN.CREATING_AT).set(GRADEBOOK_COLUMN.ATTEMPTS, 0)
                .setNull(GRADEBOOK_COLUMN.LAST_ERROR).setNull(GRADEBOOK_COLUMN.LAST_ERROR_DETAIL)
                .set(GRADEBOOK_COLUMN.UPDATED_AT, Utc.of(now)).where(claimedBy(claimed)).execute();
    }

    @Override
    public void failed(Column claimed, String reason, @Nullable String detail, boolean created, Instant next,
            Instant now) {
        sql.update(GRADEBOOK_COLUMN).set(GRADEBOOK_COLUMN.ATTEMPTS, GRADEBOOK_COLUMN.ATTEMPTS.plus(1))
                .set(GRADEBOOK_COLUMN.LAST_ERROR, reason).set(GRADEBOOK_COLUMN.LAST_ERROR_DETAIL, Detail.cut(detail))
                .set(GRADEBOOK_COLUMN.CREATING_AT,
                        created ? GRADEBOOK_COLUMN.CREATING_AT : DSL.val((LocalDateTime) null))
                .set(GRADEBOOK_COLUMN.NEXT_ATTEMPT_AT, Utc.of(next)).set(GRADEBOOK_COLUMN.UPDATED_AT, Utc.of(now))
                .where(claimedBy(claimed)).execute();
    }

    private static Condition claimedBy(Column column) {
        return GRADEBOOK_COLUMN.ID.eq(column.id()).and(GRADEBOOK_COLUMN.CLAIM.eq(column.claim()));
    }

    @Override
    public int wantResults(UUID linkId, Instant notSince, Instant now) {
        return sql.update(GRADEBOOK_COLUMN).set(GRADEBOOK_COLUMN.READ_WANTED_AT, Utc.of(now))
                .where(GRADEBOOK_COLUMN.RESOURCE_LINK_ID.eq(linkId))
                .and(GRADEBOOK_COLUMN.READ_AT.isNull().or(GRADEBOOK_COLUMN.READ_AT.le(Utc.of(notSince)))).execute();
    }

    @Override
    public List<Column> toRead(UUID platformId) {
        return sql.selectFrom(GRADEBOOK_COLUMN).where(GRADEBOOK_COLUMN.PLATFORM_ID.eq(platformId))
                .and(GRADEBOOK_COLUMN.READ_WANTED_AT.isNotNull()).fetch(JooqGradeColumns::column);
    }

    @Override
    public boolean resultsWanted(UUID linkId) {
        return sql.fetchExists(GRADEBOOK_COLUMN, GRADEBOOK_COLUMN.RESOURCE_LINK_ID.eq(linkId)
                .and(GRADEBOOK_COLUMN.READ_WANTED_AT.isNotNull()));
    }

    @Override
    public void read(UUID columnId, @Nullable Instant at) {
        var update = sql.update(GRADEBOOK_COLUMN).setNull(GRADEBOOK_COLUMN.READ_WANTED_AT);
        (at == null ? update : update.set(GRADEBOOK_COLUMN.READ_AT, Utc.of(at)))
                .where(GRADEBOOK_COLUMN.ID.eq(columnId)).execute();
    }

    private static Column column(GradebookColumnRecord row) {
        return new Column(row.getId(), row.getResourceLinkId(), row.getPlatformId(), row.getLineItemTag(),
                row.getResourceId(), row.getLabel(), row.getScoreMaximum(), row.getInStep(), row.getLineItemUrl(),
                row.getClaim(), Utc.orNull(row.getCreatingAt()), row.getCopies(), row.getAttempts(),
                Utc.instant(row.getNextAttemptAt()), row.getLastError());
    }
}
