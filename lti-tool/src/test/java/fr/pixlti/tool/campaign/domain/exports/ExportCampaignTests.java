package fr.pixlti.tool.campaign.domain.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.pixlti.tool.assessment.AssessmentApi;
import fr.pixlti.tool.campaign.domain.Campaign;
import fr.pixlti.tool.campaign.domain.Campaign.Kind;
import fr.pixlti.tool.campaign.domain.CampaignSettings;
import fr.pixlti.tool.campaign.domain.Participation;
import fr.pixlti.tool.campaign.domain.exports.FindExported.Exported;
import fr.pixlti.tool.people.PeopleApi;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.TableFile;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.testing.ToolTest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** How an export goes about it; what stands in it is tried over HTTP. */
@ToolTest
class ExportCampaignTests {

    private static final int PAGE = 500;
    private static final int LONG = 100_000;
    private static final PersonId SOMEBODY = new PersonId(new UUID(0, 1));
    private static final Exported COLLECTION = new Exported(
            new Campaign(new UUID(0, 2), Kind.COLLECTION, null, List.of(), new UUID(0, 3), null),
            new CampaignSettings("Profils", "BCDFGH234", null, null, "", "", false, null, SOMEBODY, Instant.EPOCH, null,
                    0),
            "Technologie");

    @Autowired
    private MakeSheet sheets;
    @Autowired
    private AssessmentApi assessments;
    @Autowired
    private PeopleApi people;
    @Autowired
    private TableFile.Maker files;
    @Autowired
    private Transactions transactions;

    /** Rows are on their way before the next page is read: 100,000 of them are never there together. */
    @Test
    void holds_a_page_of_rows_at_most_however_many_there_are() {
        Queue queue = new Queue(LONG);
        Reader reader = new Reader(queue, Integer.MAX_VALUE);
        export(queue).handle(COLLECTION, TableFile.Format.CSV, Locale.FRENCH, reader);
        assertThat(reader.lines).isEqualTo(LONG + 1);
        assertThat(queue.handedOut).isEqualTo(LONG);
        // a page, and what the writer's buffer holds
        assertThat(reader.mostWaiting).isBetween(1, PAGE + 300);
    }

    @Test
    void the_database_does_not_wait_for_a_slow_reader() {
        Reader reader = new Reader(new Queue(2 * PAGE), Integer.MAX_VALUE);
        export(reader.queue).handle(COLLECTION, TableFile.Format.CSV, Locale.FRENCH, reader);
        assertThat(reader.inTransaction).isFalse();
    }

    @Test
    void a_page_that_is_just_full_is_not_the_end_and_nothing_is_told_twice() {
        for (int rows : List.of(0, 1, PAGE - 1, PAGE, PAGE + 1, 2 * PAGE)) {
            Queue queue = new Queue(rows);
            Reader reader = new Reader(queue, Integer.MAX_VALUE);
            export(queue).handle(COLLECTION, TableFile.Format.CSV, Locale.FRENCH, reader);
            assertThat(reader.lines).isEqualTo(rows + 1);
        }
    }

    /** A torn file stays torn: no further rows are read for somebody who is gone. */
    @Test
    void a_reader_who_goes_away_ends_it() {
        Queue queue = new Queue(LONG);
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> export(queue).handle(COLLECTION,
                TableFile.Format.CSV, Locale.FRENCH, new Reader(queue, 20_000)));
        assertThat(queue.handedOut).isLessThan(2 * PAGE);
    }

    private ExportCampaign export(Exports rows) {
        return new ExportCampaign(rows, sheets, assessments, people, files, transactions);
    }

    /** As many participations as asked for, one made as it is read. */
    private static final class Queue implements Exports {

        private final int rows;
        private int handedOut;

        Queue(int rows) {
            this.rows = rows;
        }

        @Override
        public List<Line> lines(UUID campaignId, @Nullable Line after, int most) {
            assertThat(after == null ? 0 : Integer.parseInt(after.sortName())).isEqualTo(handedOut);
            List<Line> page = new ArrayList<>();
            while (page.size() < most && handedOut < rows) {
                handedOut++;
                page.add(new Line(new Participation(new UUID(1, handedOut), campaignId, SOMEBODY, null,
                        Participation.Status.STARTED, null, null, Instant.EPOCH, null, null),
                        Integer.toString(handedOut)));
            }
            return page;
        }

        @Override
        public Map<PersonId, Participation> sent(UUID campaignId, Collection<PersonId> who) {
            return Map.of();
        }

        @Override
        public Map<UUID, List<Part>> parts(Collection<UUID> participations) {
            return Map.of();
        }

        @Override
        public Map<UUID, Set<String>> badges(Collection<UUID> participations) {
            return Map.of();
        }

        @Override
        public Set<String> competences(UUID campaignId) {
            return Set.of();
        }
    }

    /** Counts the lines that arrive, and how many are then on their way. */
    private static final class Reader extends OutputStream {

        private final Queue queue;
        private final int patience;
        private int octets;
        private int lines;
        private int mostWaiting;
        private boolean inTransaction;

        Reader(Queue queue, int patience) {
            this.queue = queue;
            this.patience = patience;
        }

        @Override
        public void write(int octet) throws IOException {
            inTransaction |= TransactionSynchronizationManager.isActualTransactionActive();
            if (++octets > patience) {
                throw new IOException("gone");
            }
            if (octet == '\n') {
                lines++;
            }
            mostWaiting = Math.max(mostWaiting, queue.handedOut + 1 - lines);
        }
    }
}
