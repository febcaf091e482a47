package fr.pixlti.tool.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.openjdk.jmh.results.RunResult;

/** What was measured, as one Markdown table. */
final class ResultsTable {

    private static final double MOST_START_SECONDS = 5;
    private static final double MOST_LAUNCH_CPU = 0.7;
    private static final double MOST_ANSWER_CPU = 1.2;
    private static final double MOST_GRADE_CPU = 1.5;
    private static final double MOST_P99_WITHOUT_PAUSE = 80;
    private static final double MOST_P99_PACED = 20;
    private static final double MOST_RESIDENT = 450;

    private final List<String> lines = new ArrayList<>();

    ResultsTable() {
        lines.add("| Measured | Value | Target |");
        lines.add("|---|---|---|");
    }

    /** How fast the machine is right now: neighbours on the same cores make every figure of CPU time larger. */
    void machine(double signatureMillis) {
        line("the machine: one RSA-2048 signature", String.format(Locale.ROOT, "%.2f ms of CPU", signatureMillis),
                "about 1.0 on the machine of the targets");
    }

    void start(double seconds, double cpuSeconds) {
        line("start, java -jar to first page", String.format(Locale.ROOT, "%.2f s, CPU %.2f s", seconds, cpuSeconds),
                target("%.0f s", seconds, MOST_START_SECONDS));
    }

    void load(Properties figures) {
        for (int users : new int[]{1, 16, 32}) {
            launches(new Phase(figures, "launch-" + users), users);
        }
        Phase hurried = new Phase(figures, "answer-30");
        answers(hurried, "30 pupils without a pause", MOST_P99_WITHOUT_PAUSE);
        double cpu = hurried.get("tool-cpu") + hurried.get("database-cpu");
        line("answers: CPU of tool and database", String.format(Locale.ROOT, "%.2f ms an answer", cpu),
                target("%.1f ms", cpu, MOST_ANSWER_CPU));
        answers(new Phase(figures, "answer-30-paced"), "30 pupils, an answer every 5 s each", MOST_P99_PACED);
        Phase crowd = new Phase(figures, "answer-200-paced");
        answers(crowd, "200 pupils, an answer every 5 s each", Double.NaN);
        line("resident memory with 200 pupils", String.format(Locale.ROOT, "%.0f MB, at most so far %.0f MB",
                crowd.get("resident"), crowd.get("peak-resident")),
                target("%.0f MB", crowd.get("resident"), MOST_RESIDENT));
        line("requests that failed", figures.getProperty("failures"), "0");
    }

    private void launches(Phase phase, int users) {
        line("launches, " + users + " at a time", String.format(Locale.ROOT,
                "%.0f/s (%.0f in all), p50 %.1f ms, p99 %.1f ms, database CPU %.2f ms, resident %.0f MB, at most %.0f MB",
                phase.get("per-second"), phase.get("units"), phase.get("p50"), phase.get("p99"),
                phase.get("database-cpu"), phase.get("resident"), phase.get("peak-resident")), "");
        line("launches, " + users + " at a time: CPU of the tool",
                String.format(Locale.ROOT, "%.2f ms a launch%s", phase.get("tool-cpu"), ofWhich(phase)),
                target("%.1f ms", phase.get("tool-cpu"), MOST_LAUNCH_CPU));
    }

    /** A warm tool compiles next to nothing any more; what it still does here is in the figure all the same. */
    private static String ofWhich(Phase phase) {
        return String.format(Locale.ROOT, " (of which compiler %.2f, collector %.2f)", phase.get("compiler-cpu"),
                phase.get("collector-cpu"));
    }

    private void answers(Phase phase, String who, double mostP99) {
        line("answers, " + who,
                String.format(Locale.ROOT,
                        "%.0f/s (%.0f in all, and %.0f checkpoints and clocks), p50 %.1f ms, CPU tool %.2f ms%s, database %.2f ms",
                        phase.get("per-second"), phase.get("units"), phase.get("others"), phase.get("p50"),
                        phase.get("tool-cpu"), ofWhich(phase), phase.get("database-cpu")),
                "");
        line("answers, " + who + ": p99", String.format(Locale.ROOT, "%.1f ms", phase.get("p99")),
                Double.isNaN(mostP99) ? "" : target("%.0f ms", phase.get("p99"), mostP99));
    }

    void scores(int owed, int received, int repeated) {
        line("scores in the platform's gradebook",
                received + " of " + owed + " tests that ended, " + repeated + " repeated", "all, once");
    }

    void sending(Sending.Cost cost) {
        line("grades sent to one line item",
                String.format(Locale.ROOT, "%.0f/s (%d in all, %d tokens, %d repeated), database CPU %.2f ms",
                        cost.perSecond(), cost.grades(), cost.tokens(), cost.repeated(), cost.databaseCpu()),
                "");
        line("grades sent to one line item: CPU of the tool",
                String.format(Locale.ROOT, "%.2f ms a grade (of which compiler %.2f)", cost.toolCpu(),
                        cost.compilerCpu()),
                target("%.1f ms", cost.toolCpu(), MOST_GRADE_CPU));
    }

    void microBenches(Collection<RunResult> results) {
        for (RunResult result : results) {
            String name = result.getParams().getBenchmark();
            line("JMH " + name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1),
                    String.format(Locale.ROOT, "%.3f ± %.3f %s", result.getPrimaryResult().getScore(),
                            result.getPrimaryResult().getScoreError(), result.getPrimaryResult().getScoreUnit()),
                    "");
        }
    }

    /** Prints the table, and the faults below it. */
    void write(Path file, List<String> faults) throws IOException {
        List<String> all = new ArrayList<>(lines);
        all.add("");
        faults.forEach(fault -> all.add("FAULT: " + fault));
        Files.write(file, all);
        all.forEach(System.out::println);
    }

    private void line(String what, String value, String target) {
        lines.add("| " + what + " | " + value + " | " + target + " |");
    }

    private static String target(String format, double value, double most) {
        return "under " + String.format(Locale.ROOT, format, most) + (value < most ? ": met" : ": MISSED");
    }

    /** The figures of one phase. */
    private record Phase(Properties figures, String name) {

        double get(String figure) {
            return Double.parseDouble(figures.getProperty(name + "." + figure));
        }
    }
}
