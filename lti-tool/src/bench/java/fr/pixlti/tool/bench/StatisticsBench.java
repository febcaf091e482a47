package fr.pixlti.tool.bench;

import com.sun.management.OperatingSystemMXBean;
import fr.pixlti.tool.assessment.domain.statistics.ComputeStatistics;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.Skill;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.shell.ConsoleNode;
import fr.pixlti.tool.testing.MovableClock;
import fr.pixlti.tool.testing.TestDatabase;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.jooq.DSLContext;

/**
 * How long the reckoning of item statistics takes for a million answers of 50,000 tests:
 * {@code mvn -Pbench -Dbench.main=fr.pixlti.tool.bench.StatisticsBench verify}.
 */
final class StatisticsBench {

    private static final int TESTS = 50_000;
    private static final int CHUNK = 5_000;
    private static final String ID = "CAST(concat('00000000-0000-7000-8000-', lpad(hex(t.seq), 12, '0')) AS UUID)";

    private StatisticsBench() {}

    public static void main(String[] arguments) {
        try (ConsoleNode node = ConsoleNode.start(new MovableClock(), TestDatabase.fresh())) {
            fill(node);
            for (int round = 1; round <= 2; round++) {
                long begun = System.nanoTime();
                long cpu = cpu();
                node.bean(ComputeStatistics.class).handle(() -> true);
                System.out.printf("Round %d: %d answers in %.1f s, %.1f s of CPU beside the database%n", round,
                        TESTS * 20, (System.nanoTime() - begun) / 1e9, (cpu() - cpu) / 1e9);
            }
        }
    }

    private static void fill(ConsoleNode node) {
        List<Skill> skills = node.bean(ContentApi.class).current().skills().values().stream().limit(101).toList();
        DSLContext db = node.bean(DSLContext.class);
        Transactions transactions = node.bean(Transactions.class);
        transactions.run(() -> {
            db.execute(
                    "CREATE TABLE bench_item (n INT, v INT, skill VARCHAR(80), item VARCHAR(80), PRIMARY KEY (n, v))");
            for (int n = 0; n < skills.size(); n++) {
                for (int v = 0; v < 2; v++) {
                    Skill skill = skills.get(n);
                    db.execute("INSERT INTO bench_item VALUES (?, ?, ?, ?)", n, v, skill.id(),
                            skill.items().get(v % skill.items().size()).id());
                }
            }
        });
        for (int from = 1; from <= TESTS; from += CHUNK) {
            String tests = "seq_" + from + "_to_" + (from + CHUNK - 1) + " t";
            transactions.run(() -> {
                db.execute("INSERT INTO assessment_assessment (id, person_id, competence, content_release, seed, "
                        + "met_items, status, continue_to, answered, started_at) SELECT " + ID + ", " + ID
                        + ", '1.1', 'bench', t.seq, '', 'COMPLETED', '/', 20, now() - INTERVAL t.seq MINUTE FROM "
                        + tests);
                db.execute("INSERT INTO assessment_answer SELECT " + ID + ", p.seq, i.skill, i.item, "
                        + "elt(1 + crc32(concat(t.seq, ' ', p.seq)) MOD 4, 'RIGHT', 'RIGHT', 'WRONG', 'SKIPPED'), "
                        + "'null', now() - INTERVAL t.seq MINUTE + INTERVAL 20 * p.seq SECOND FROM " + tests
                        + " JOIN seq_1_to_20 p JOIN bench_item i ON i.n = (t.seq * 7 + p.seq * 13) MOD "
                        + skills.size() + " AND i.v = (t.seq + p.seq) MOD 2");
            });
        }
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
