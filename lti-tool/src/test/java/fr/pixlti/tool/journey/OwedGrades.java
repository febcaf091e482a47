package fr.pixlti.tool.journey;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** Grades put into a tool's database as the ends of tests put them there, many at once. */
final class OwedGrades implements AutoCloseable {

    private static final String LINK = "00000000-0000-7000-8000-0000000000ab";
    private static final String UTC = "UTC_TIMESTAMP(6)";

    private final Connection connection;

    /** @param database {@code spring.datasource.*} properties */
    OwedGrades(String... database) throws SQLException {
        Map<String, String> values = new HashMap<>();
        for (String property : database) {
            String[] parts = property.split("=", 2);
            values.put(parts[0].substring("spring.datasource.".length()), parts[1]);
        }
        connection = DriverManager.getConnection(String.valueOf(values.get("url")), values.get("username"),
                values.get("password"));
        connection.setAutoCommit(false);
        try (Statement sql = connection.createStatement()) {
            sql.execute("SET time_zone = '+00:00', tx_isolation = 'READ-COMMITTED'");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** A link of the tool's one platform, with this column. */
    void link(String lineItemUrl) {
        execute("INSERT INTO lti_resource_link (id, deployment_id, resource_link_id, line_item_url, ags_scopes,"
                + " created_at, updated_at) SELECT ?, id, 'owed', ?,"
                + " 'https://purl.imsglobal.org/spec/lti-ags/scope/score"
                + " https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly', " + UTC + ", " + UTC
                + " FROM lti_deployment LIMIT 1", LINK, lineItemUrl);
    }

    /** A person's first value in the column, or a newer one. @param subject a number */
    void owe(String subject, int value) {
        execute("INSERT INTO gradebook_score (id, resource_link_id, line_item_tag, person_id, platform_id, subject,"
                + " score_given, score_maximum, state, revision, attempts, queued_at, next_attempt_at, created_at,"
                + " updated_at) SELECT UUID(), ?, '', ?, platform_id, ?, ?, 56, 'WAITING', 1, 0, "
                + UTC + ", " + UTC + ", " + UTC + ", " + UTC + " FROM lti_deployment LIMIT 1"
                + " ON DUPLICATE KEY UPDATE revision = revision + 1, attempts = 0, queued_at = " + UTC
                + ", next_attempt_at = " + UTC + ", last_error = NULL, sent_at = NULL, state = 'WAITING',"
                + " score_given = VALUES(score_given)", LINK, person(subject), subject, value);
    }

    private static String person(String subject) {
        return "00000000-0000-7000-8000-" + "0".repeat(12 - subject.length()) + subject;
    }

    void commit() throws SQLException {
        connection.commit();
    }

    long waiting() {
        return states().getOrDefault("WAITING", 0L);
    }

    /** How many grades are in which state. */
    Map<String, Long> states() {
        Map<String, Long> states = new HashMap<>();
        try (Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("SELECT state, COUNT(*) FROM gradebook_score GROUP BY state")) {
            while (rows.next()) {
                states.put(rows.getString(1), rows.getLong(2));
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return states;
    }

    private void execute(String text, Object... values) {
        try (PreparedStatement sql = connection.prepareStatement(text)) {
            for (int i = 0; i < values.length; i++) {
                sql.setObject(i + 1, values[i]);
            }
            sql.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
