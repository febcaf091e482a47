package fr.pixlti.tool.assessment.domain.reports;

import fr.pixlti.tool.assessment.domain.reports.Report.Category;
import fr.pixlti.tool.assessment.domain.reports.Report.Closing;
import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reported problems. Who reported them is kept for the rate and for erasure, and shown to nobody. */
public interface Reports {

    boolean has(PersonId person, String item, Category category);

    /** How many a person has reported since then. */
    int since(PersonId person, Instant from);

    /** Keeps a report; the person's earlier one of the same item and category gives way to it, even a closed one. */
    void put(PersonId person, Report report);

    /** How many are open. */
    int open();

    /** Items with the most reports that fit first, then by id. */
    List<Reported> items(Filter filter, int offset, int limit);

    /** Every report of an item, open ones first, newest first. */
    List<Report> of(String item);

    /**
     * Closes open reports of an item.
     *
     * @param report absent: all of them
     * @return how many were open
     */
    int close(String item, @Nullable UUID report, Closing as, Instant now);

    /** @return whether it was closed */
    boolean reopen(String item, UUID report);

    /** Open reports by item, of items that have any. */
    Map<String, Integer> openByItem();

    /** @param competence absent: any; @param category absent: any */
    record Filter(@Nullable String competence, @Nullable Category category, State state) {}

    /** Which reports count. */
    enum State {
        OPEN, CLOSED, ANY
    }

    /**
     * @param reports number of those that fit
     * @param newest when the newest of them was sent
     */
    record Reported(String item, String competence, int reports, Set<Category> categories, Instant newest) {}
}
