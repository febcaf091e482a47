package fr.pixlti.tool.bench;

import fr.pixlti.migrations.EmbeddedMariaDb;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Has a tool send grades that its database owes to one line item, as after an outage of the platform, and measures what
 * each costs. They are put into the database while they are not due; one statement makes them due, and the tool's sweep
 * finds them.
 */
final class Sending {

    /** So that the measured part begins at once. */
    static final String SWEEP = "--pixlti.gradebook.sweep-interval=500ms";
    private static final int WARM_UP = 20_000;
    private static final int MEASURED = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String LINK = "00000000-0000-7000-8000-0000000000aa";
    private static final String UTC = "UTC_TIMESTAMP(6)";

    private final EmbeddedMariaDb database;
    private final BenchPlatform platform;
    private final RunningProcess tool;
    private final RunningProcess server;

    Sending(EmbeddedMariaDb database, BenchPlatform platform, RunningProcess tool, RunningProcess server) {
        this.database = database;
        this.platform = platform;
        this.tool = tool;
        this.server = server;
    }

    /**
     * @param toolCpu CPU time of the tool for one grade, in milliseconds
     * @param databaseCpu the same of the database
     * @param perSecond grades
     * @param repeated grades that the platform got more than once
     * @param tokens access tokens that the tool asked for in all
     */
    record Cost(int grades, double toolCpu, double databaseCpu, double compilerCpu, double perSecond, int repeated,
            int tokens) {}

    Cost measure() throws SQLException, InterruptedException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(StartedTool.DATABASE),
                database.user(), database.password()); Statement sql = connection.createStatement()) {
            sql.execute("SET time_zone = '+00:00'");
            link(connection);
            send(connection, "warm-up", WARM_UP);
            owe(connection, "measured", MEASURED);
            int before = platform.scores();
            double toolCpu = -tool.cpuMillis();
            double databaseCpu = -server.cpuMillis();
            double compilerCpu = -tool.compilerMillis();
            long began = System.nanoTime();
            due(sql);
            await(before + MEASURED);
            long nanos = System.nanoTime() - began;
            toolCpu += tool.cpuMillis();
            databaseCpu += server.cpuMillis();
            compilerCpu += tool.compilerMillis();
            return new Cost(MEASURED, toolCpu / MEASURED, databaseCpu / MEASURED, compilerCpu / MEASURED,
                    MEASURED * 1e9 / nanos, platform.repeated(), platform.tokens());
        }
    }

    private void send(Connection connection, String name, int count) throws SQLException, InterruptedException {
        int before = platform.scores();
        owe(connection, name, count);
        try (Statement sql = connection.createStatement()) {
            due(sql);
        }
        await(before + count);
        // The last answer has still to be kept, and the job to end.
        Thread.sleep(1_000);
    }

    private void link(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO lti_resource_link (id, deployment_id,"
                + " resource_link_id, line_item_url, ags_scopes, created_at, updated_at) SELECT ?, id, 'sending', ?,"
                + " 'https://purl.imsglobal.org/spec/lti-ags/scope/score', " + UTC + ", " + UTC
                + " FROM lti_deployment LIMIT 1")) {
            insert.setString(1, LINK);
            insert.setString(2, platform.url() + "/lineitems/sending?type_id=1");
            insert.executeUpdate();
        }
    }

    private static void owe(Connection connection, String name, int count) throws SQLException {
        String platformId;
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("SELECT platform_id FROM lti_deployment LIMIT 1")) {
            row.next();
            platformId = row.getString(1);
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO gradebook_score (id, resource_link_id,"
                + " line_item_tag, person_id, platform_id, subject, score_given, score_maximum, comment, state, revision,"
                + " attempts, queued_at, next_attempt_at, created_at, updated_at) VALUES (UUID(), ?, '', UUID(), ?, ?,"
                + " 24, 56, 'Niveau 3 (24 pix)', 'WAITING', 1, 0, " + UTC + ", " + UTC + " + INTERVAL 1 DAY, " + UTC
                + ", " + UTC + ")")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < count; i++) {
                insert.setString(1, LINK);
                insert.setString(2, platformId);
                insert.setString(3, name + "-" + i);
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private static void due(Statement sql) throws SQLException {
        sql.executeUpdate("UPDATE gradebook_score SET next_attempt_at = " + UTC + " WHERE state = 'WAITING'");
    }

    private void await(int scores) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (platform.scores() < scores) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The gradebook got " + platform.scores() + " of " + scores + " scores");
            }
            Thread.sleep(5);
        }
    }
}
