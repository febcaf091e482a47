package fr.pixlti.tool.bench;

import com.nimbusds.jose.JOSEException;
import fr.pixlti.migrations.EmbeddedMariaDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * Only the sending of grades, in about a minute:
 * {@code mvn -Pbench verify -Dbench.main=fr.pixlti.tool.bench.SendingBench}. Ends with status 1 when a grade was sent twice.
 */
public final class SendingBench {

    private SendingBench() {}

    /** @param args the tool's jar; the folder for the database, logs and results */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[1]);
        Bench.delete(folder);
        Files.createDirectories(folder);
        ResultsTable table = new ResultsTable();
        List<String> faults;
        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(folder.resolve("mariadb"), StartedTool.DATABASE,
                "--innodb-flush-log-at-trx-commit=1"); BenchPlatform platform = BenchPlatform.start()) {
            table.machine(Signature.cpuMillis(platform.key()));
            faults = measure(Path.of(args[0]), folder, database, platform, table);
        }
        table.write(folder.resolve("sending.md"), faults);
        System.exit(faults.isEmpty() ? 0 : 1);
    }

    /** @return what was wrong */
    static List<String> measure(Path jar, Path folder, EmbeddedMariaDb database, BenchPlatform platform,
            ResultsTable table) throws IOException, InterruptedException, SQLException, JOSEException {
        int before = platform.repeated();
        try (StartedTool tool = StartedTool.start(jar, folder, database, platform.url(), Bench.profiling(),
                List.of(Sending.SWEEP))) {
            Sending.Cost cost = new Sending(database, platform, new RunningProcess(tool.pid()),
                    new RunningProcess(Bench.serverPid(folder))).measure();
            table.sending(cost);
            return cost.repeated() == before
                    ? List.of()
                    : List.of(cost.repeated() - before + " grades were sent more than once");
        }
    }
}
