package fr.pixlti.tool.gradebook.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Columns of platforms' gradebooks. Everything is called inside a transaction. */
public interface GradeColumns {

    /** Those of a link, in the order of their tags; its own is there once somebody wanted to see what it holds. */
    List<Column> ofLink(UUID linkId);

    Optional<Column> find(UUID linkId, String tag);

    /** Keeps how a column should be; where that changes, it falls out of step. */
    void want(UUID linkId, UUID platformId, String tag, String resourceId, String label, BigDecimal maximum,
            Instant now);

    /**
     * Sets about asking the platform for the column. Whoever claimed it before may no longer make it.
     *
     * @return false when somebody else was faster
     */
    boolean claim(Column column, Instant now);

    /** Writes down that a request to make the column begins. @return false when the claim was lost: it must not be made */
    boolean mayCreate(Column claimed, Instant now);

    /** The platform has the column, and was told what {@code claimed} says. */
    void ready(Column claimed, String url, int copies, Instant now);

    /**
     * The platform did not give, make or change the column.
     *
     * @param created whether a request to make it may have been carried out
     */
    void failed(Column claimed, String reason, @Nullable String detail, boolean created, Instant next, Instant now);

    /** Asks for the results of a link's columns, but for those read after {@code notSince} or asked for already. */
    int wantResults(UUID linkId, Instant notSince, Instant now);

    /** Columns of a platform whose results are wanted. */
    List<Column> toRead(UUID platformId);

    /** Whether results of a link's columns are still wanted. */
    boolean resultsWanted(UUID linkId);

    /** Results were read at this time, or could not be when it is absent; they are no longer wanted. */
    void read(UUID columnId, @Nullable Instant at);
}
