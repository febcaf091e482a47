package fr.pixlti.tool.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/** What Linux says of a running process in {@code /proc}. */
record RunningProcess(long pid) {

    /** USER_HZ, in which {@code /proc/<pid>/stat} counts: 100 on every architecture that Java 25 runs on. */
    private static final double MILLIS_PER_TICK = 10;
    /** utime and stime are fields 14 and 15; these count from the state, which is field 3. */
    private static final int UTIME = 11;
    private static final int STIME = 12;
    private static final double KB_PER_MB = 1024;

    /** CPU time of all threads since the start, user and system, in milliseconds; moves in steps of 10. */
    double cpuMillis() {
        return cpuMillis("stat");
    }

    private double cpuMillis(String file) {
        String stat = read(file);
        // The second field is a name in parentheses that may hold spaces.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME])) * MILLIS_PER_TICK;
    }

    /** CPU time of the Java virtual machine's compiler threads, in milliseconds. */
    double compilerMillis() {
        return threads(name -> name.startsWith("C1 Compiler") || name.startsWith("C2 Compiler"));
    }

    /** CPU time of the virtual machine's own thread, where the serial collector works, in milliseconds. */
    double collectorMillis() {
        return threads("VM Thread"::equals);
    }

    private double threads(Predicate<String> wanted) {
        double millis = 0;
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "task"))) {
            for (Path task : tasks) {
                if (wanted.test(read("task/" + task.getFileName() + "/comm").strip())) {
                    millis += cpuMillis("task/" + task.getFileName() + "/stat");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return millis;
    }

    /** Resident memory, in MB. */
    double residentMb() {
        return status("VmRSS:");
    }

    /** The most that was ever resident, in MB. */
    double peakResidentMb() {
        return status("VmHWM:");
    }

    private double status(String name) {
        String line = read("status").lines().filter(text -> text.startsWith(name)).findFirst().orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) / KB_PER_MB;
    }

    private String read(String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (IOException e) {
            throw new UncheckedIOException("Process " + pid + " is gone", e);
        }
    }
}
