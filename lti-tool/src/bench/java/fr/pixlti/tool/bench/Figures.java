package fr.pixlti.tool.bench;

import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/** What one phase of the load measured. */
final class Figures {

    private static final long SLOWEST_NANOS = 120_000_000_000L;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int DIGITS = 3;

    private final String name;
    private final ConcurrentHistogram latency = new ConcurrentHistogram(SLOWEST_NANOS, DIGITS);
    private final LongAdder others = new LongAdder();
    private volatile long began;
    private long ended;
    private double toolCpu;
    private double databaseCpu;
    private double compilerCpu;
    private double collectorCpu;
    private double residentMb;
    private double peakResidentMb;

    Figures(String name) {
        this.name = name;
    }

    /** A unit of the work measured is done. */
    void unit(long nanos) {
        latency.recordValue(Math.min(nanos, SLOWEST_NANOS));
    }

    /** Work that belongs to the units but is none itself: checkpoints and clocks between answers. */
    void other() {
        others.increment();
    }

    void begin(RunningProcess tool, RunningProcess database) {
        began = System.nanoTime();
        toolCpu = -tool.cpuMillis();
        databaseCpu = -database.cpuMillis();
        compilerCpu = -tool.compilerMillis();
        collectorCpu = -tool.collectorMillis();
    }

    /** Time since the phase began. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    void end(RunningProcess tool, RunningProcess database) {
        ended = System.nanoTime();
        toolCpu += tool.cpuMillis();
        databaseCpu += database.cpuMillis();
        compilerCpu += tool.compilerMillis();
        collectorCpu += tool.collectorMillis();
        residentMb = tool.residentMb();
        peakResidentMb = tool.peakResidentMb();
    }

    void write(Properties properties) {
        double units = latency.getTotalCount();
        put(properties, "units", units);
        put(properties, "others", others.sum());
        put(properties, "per-second", units * 1000 * NANOS_PER_MILLI / (ended - began));
        put(properties, "p50", latency.getValueAtPercentile(50) / NANOS_PER_MILLI);
        put(properties, "p99", latency.getValueAtPercentile(99) / NANOS_PER_MILLI);
        put(properties, "tool-cpu", toolCpu / units);
        put(properties, "database-cpu", databaseCpu / units);
        put(properties, "compiler-cpu", compilerCpu / units);
        put(properties, "collector-cpu", collectorCpu / units);
        put(properties, "resident", residentMb);
        put(properties, "peak-resident", peakResidentMb);
    }

    private void put(Properties properties, String figure, double value) {
        properties.setProperty(name + "." + figure, Double.toString(value));
    }
}
