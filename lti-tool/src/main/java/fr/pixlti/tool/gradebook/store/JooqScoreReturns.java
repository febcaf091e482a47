package fr.pixlti.tool.gradebook.store;

import static fr.pixlti.schema.Tables.GRADEBOOK_SCORE;

import fr.pixlti.tool.gradebook.domain.Reasons;
import fr.pixlti.tool.lti.spi.ScoreReturns;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record7;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JooqScoreReturns implements ScoreReturns {

    private final DSLContext sql;
    private final Transactions transactions;

    JooqScoreReturns(DSLContext sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public Map<PersonId, ScoreReturn> ofLink(UUID linkId) {
        return transactions.call(() -> sql
                .select(GRADEBOOK_SCORE.PERSON_ID, GRADEBOOK_SCORE.STATE, GRADEBOOK_SCORE.SCORE_GIVEN,
                        GRADEBOOK_SCORE.SCORE_MAXIMUM, GRADEBOOK_SCORE.LAST_ERROR, GRADEBOOK_SCORE.ATTEMPTS,
                        GRADEBOOK_SCORE.UPDATED_AT)
                .from(GRADEBOOK_SCORE).where(GRADEBOOK_SCORE.RESOURCE_LINK_ID.eq(linkId))
                .and(GRADEBOOK_SCORE.LINE_ITEM_TAG.eq(JooqScores.OWN_COLUMN))
                .fetchMap(row -> new PersonId(row.value1()), JooqScoreReturns::scoreReturn));
    }

    private static ScoreReturn scoreReturn(
            Record7<UUID, String, BigDecimal, BigDecimal, String, Integer, LocalDateTime> row) {
        String error = row.value5();
        return new ScoreReturn(State.valueOf(row.value2()), row.value3(), row.value4(),
                error == null ? null : Reasons.withWords(error), lastTried(row.value6(), error, row.value7()));
    }

    /** The row changes last when a value comes, and then has neither attempts nor an error, or when it is tried. */
    private static @Nullable Instant lastTried(int attempts, @Nullable String error, LocalDateTime updatedAt) {
        return attempts > 0 || error != null ? Utc.instant(updatedAt) : null;
    }
}
