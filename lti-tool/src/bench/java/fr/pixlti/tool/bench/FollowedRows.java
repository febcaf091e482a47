package fr.pixlti.tool.bench;

import fr.pixlti.tool.campaign.domain.CampaignTarget;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.TargetProfile.Badge;
import fr.pixlti.tool.content.TargetProfile.CappedTopic;
import fr.pixlti.tool.content.TargetProfile.Stage;
import fr.pixlti.tool.content.Topic;
import fr.pixlti.tool.content.Words;
import fr.pixlti.tool.content.domain.ContentFiles;
import fr.pixlti.tool.content.domain.ReadContent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Campaigns of 500 participants each, ten to a course whose learners take part in all of them: 450 have sent a result of 30
 * topics in 8 competences. The first course is one that a launch made.
 */
final class FollowedRows {

    static final int PARTICIPANTS = 500;
    private static final int CAMPAIGNS_OF_A_COURSE = 10;
    private static final int COMPETENCES = 8;
    private static final int TOPICS = 30;
    private static final String SENT = "b.n MOD 20 > 1";

    private final Connection connection;
    private int campaigns;

    /** @param activity campaign that the launch made */
    FollowedRows(Connection connection, String activity) throws SQLException {
        this.connection = connection;
        run("SET time_zone = '+00:00'");
        run("CREATE TABLE bench_course (c INT PRIMARY KEY, id UUID)");
        run("CREATE TABLE bench_person (c INT, n INT, id UUID, PRIMARY KEY (c, n))");
        run("CREATE TABLE bench_campaign (k INT PRIMARY KEY, id UUID, c INT)");
        run("CREATE TABLE bench_part (k INT, n INT, id UUID, PRIMARY KEY (k, n))");
        run("CREATE TABLE bench_topic (t INT PRIMARY KEY, topic VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin, "
                + "competence VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin)");
        run("INSERT INTO bench_course SELECT 0, course_id FROM campaign_campaign WHERE id = '" + activity + "'");
    }

    /** Adds campaigns until there are so many. @return ids of those of the first course */
    List<String> fill(int wanted) throws SQLException {
        for (; campaigns < wanted; campaigns++) {
            if (campaigns % CAMPAIGNS_OF_A_COURSE == 0) {
                course(campaigns / CAMPAIGNS_OF_A_COURSE);
            }
            campaign(campaigns);
        }
        run("ANALYZE TABLE campaign_campaign, campaign_participation, campaign_topic_result, "
                + "campaign_competence_result, campaign_badge_result, people_enrolment, people_person");
        List<String> own = new ArrayList<>();
        try (Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("SELECT id FROM bench_campaign WHERE c = 0 ORDER BY k")) {
            while (rows.next()) {
                own.add(rows.getString(1));
            }
        }
        return own;
    }

    /** Somebody sends again: what was reckoned before counts no more. */
    void send(String campaign) throws SQLException {
        run("UPDATE campaign_participation SET sent_at = sent_at + INTERVAL 1 SECOND WHERE campaign_id = '" + campaign
                + "' AND status = 'SENT' LIMIT 1");
    }

    private void course(int c) throws SQLException {
        if (c == 0) {
            topics();
        } else {
            run("INSERT INTO bench_course VALUES (" + c + ", UUID())");
            run("INSERT INTO people_course SELECT b.id, o.organisation_id, 'bench-" + c + "', 'Cours', o.created_at"
                    + " FROM bench_course b JOIN bench_course f ON f.c = 0 JOIN people_course o ON o.id = f.id"
                    + " WHERE b.c = " + c);
        }
        run("INSERT INTO bench_person SELECT " + c + ", seq, UUID() FROM seq_1_to_" + PARTICIPANTS);
        run("INSERT INTO people_person "
                + "(id, given_name, family_name, full_name, email, created_at, updated_at) SELECT id, CONCAT('Prénom', n), CONCAT('Nom', n), NULL, NULL, NOW(6), NOW(6)"
                + " FROM bench_person WHERE c = " + c);
        run("INSERT INTO people_enrolment (course_id, person_id, role, since) SELECT b.id, p.id, 'LEARNER', NOW(6)"
                + " FROM bench_person p JOIN bench_course b ON b.c = p.c WHERE p.c = " + c);
        run("INSERT INTO people_group SELECT UUID(), b.id, NULL, CONCAT('Groupe ', s.seq), NOW(6)"
                + " FROM bench_course b JOIN seq_1_to_15 s WHERE b.c = " + c);
        run("INSERT INTO people_group_member SELECT g.id, p.id, FALSE FROM bench_course b JOIN people_group g"
                + " ON g.course_id = b.id JOIN bench_person p ON p.c = b.c"
                + " AND p.n MOD 15 + 1 = SUBSTRING(g.name, 8) WHERE b.c = " + c);
    }

    private void topics() throws SQLException {
        ContentRelease release = ReadContent.read(ContentFiles.in("classpath:content/")).release();
        List<String> competences = release.topicsByCompetence().keySet().stream().sorted().limit(COMPETENCES).toList();
        List<Topic> topics = new ArrayList<>();
        for (int i = 0; topics.size() < TOPICS; i++) {
            for (String competence : competences) {
                if (i < release.topicsOf(competence).size() && topics.size() < TOPICS) {
                    topics.add(release.topicsOf(competence).get(i));
                }
            }
        }
        for (int t = 0; t < topics.size(); t++) {
            run("INSERT INTO bench_topic VALUES (" + t + ", '" + topics.get(t).id() + "', '"
                    + topics.get(t).competence() + "')");
        }
        run("CREATE TABLE bench_target (json MEDIUMTEXT)");
        Words words = new Words(Map.of("fr", "Le web"));
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO bench_target VALUES (?)")) {
            insert.setString(1, JsonMapper.shared().writeValueAsString(new CampaignTarget(
                    topics.stream().map(topic -> new CappedTopic(topic.id(), 8)).toList(),
                    List.of(new Stage(0, null), new Stage(21, null), new Stage(51, null), new Stage(81, null)),
                    List.of(new Badge("web", words, words, null, List.of())), false)));
            insert.executeUpdate();
        }
    }

    private void campaign(int k) throws SQLException {
        String of = " FROM bench_part b JOIN bench_campaign c ON c.k = b.k";
        run("INSERT INTO bench_campaign VALUES (" + k + ", UUID(), " + k / CAMPAIGNS_OF_A_COURSE + ")");
        run("INSERT INTO campaign_campaign (id, kind, title, course_id, created_at) SELECT c.id, 'ASSESSMENT', 'Parcours',"
                + " b.id, NOW(6) FROM bench_campaign c JOIN bench_course b ON b.c = c.c WHERE c.k = " + k);
        run("INSERT INTO campaign_settings (campaign_id, name, code, target, multiple_sendings, created_by) SELECT id,"
                + " 'Campagne', LPAD(k, 9, 'B'), json, TRUE, UUID() FROM bench_campaign JOIN bench_target WHERE k = "
                + k);
        run("INSERT INTO bench_part SELECT " + k + ", seq, UUID() FROM seq_1_to_" + PARTICIPANTS);
        run("INSERT INTO campaign_participation (id, campaign_id, person_id, status, started_at, completed_at, sent_at,"
                + " sendings, mastery, validated, stage, search_name) SELECT b.id, c.id, p.id,"
                + " ELT(LEAST(b.n MOD 20, 2) + 1, 'STARTED', 'COMPLETED', 'SENT'), NOW(6) - INTERVAL 20 DAY,"
                + " IF(b.n MOD 20 > 0, NOW(6) - INTERVAL 10 DAY, NULL),"
                + " IF(" + SENT + ", NOW(6) - INTERVAL b.n * 37 MINUTE, NULL), IF(" + SENT + ", 1, 0),"
                + " IF(" + SENT + ", b.n * 37 MOD 101, NULL), IF(" + SENT + ", b.n * 37 MOD 101, NULL),"
                + " IF(" + SENT + ", b.n MOD 4, NULL), CONCAT('nom', b.n, ' prenom', b.n)" + of
                + " JOIN bench_person p ON p.c = c.c AND p.n = b.n WHERE b.k = " + k);
        run("INSERT INTO campaign_topic_result SELECT c.id, t.topic, b.id, 2, 3, (b.n + t.t) MOD 6,"
                + " (b.n * 613 + t.t * 2797) MOD 84001" + of + " JOIN bench_topic t WHERE b.k = " + k + " AND " + SENT
                + " ORDER BY t.topic, b.id");
        run("INSERT INTO campaign_competence_result SELECT c.id, t.competence, b.id, 12, b.n MOD 13, 12, NULL, NULL"
                + of
                + " JOIN (SELECT DISTINCT competence FROM bench_topic) t WHERE b.k = " + k + " AND " + SENT
                + " ORDER BY t.competence, b.id");
        run("INSERT INTO campaign_badge_result SELECT b.id, 'web', c.id" + of + " WHERE b.k = " + k + " AND " + SENT
                + " AND b.n MOD 3 = 0");
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
