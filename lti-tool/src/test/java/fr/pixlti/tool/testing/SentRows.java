package fr.pixlti.tool.testing;

import fr.pixlti.tool.campaign.domain.Campaign;
import fr.pixlti.tool.campaign.domain.Campaign.Kind;
import fr.pixlti.tool.campaign.domain.CampaignSettings;
import fr.pixlti.tool.campaign.domain.CampaignTarget;
import fr.pixlti.tool.campaign.domain.MadeCampaigns;
import fr.pixlti.tool.campaign.domain.results.Recommendation;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** A campaign that a teacher made, with participations and results as they stand in the database once sent. */
@NullMarked
public final class SentRows {

    private static final String LETTERS = "BCDFGHJKMPQRTVWXY";

    private final DSLContext database;
    private final Transactions transactions;
    private final UUID campaign = UUID.randomUUID();

    /** @param target absent for a collection */
    public SentRows(DSLContext database, Transactions transactions, MadeCampaigns made, Kind kind, UUID course,
            PersonId teacher, String name, @Nullable CampaignTarget target) {
        this.database = database;
        this.transactions = transactions;
        String code = ThreadLocalRandom.current().ints(6, 0, LETTERS.length()).mapToObj(LETTERS::charAt)
                .map(String::valueOf).collect(Collectors.joining()) + ThreadLocalRandom.current().nextInt(222, 1000);
        transactions.run(() -> made.add(
                new Campaign(campaign, kind, kind == Kind.COLLECTION ? null : "Titre : " + name, List.of(), course,
                        null),
                new CampaignSettings(name, code, null, target, "", "", true, "Numéro", teacher,
                        Instant.parse("2026-11-01T08:00:00Z"), null, 0)));
    }

    public UUID id() {
        return campaign;
    }

    /** Somebody who began, and finished when the state says so. @param name as it is searched */
    public UUID unsent(PersonId person, String name, String status) {
        UUID participation = UUID.randomUUID();
        run("INSERT INTO campaign_participation (id, campaign_id, person_id, status, started_at, completed_at,"
                + " search_name) VALUES ('%s', '%s', '%s', '%s', '2026-11-02 08:00:00', %s, '%s')", participation,
                campaign, person.value(), status, status.equals("STARTED") ? "NULL" : "'2026-11-02 09:00:00'", name);
        return participation;
    }

    /** Somebody who sent a result of a path. @param at for example {@code 2026-11-02 10:00:00} */
    public UUID sent(PersonId person, String name, String at, int mastery, int validated, int stage) {
        UUID participation = unsent(person, name, "COMPLETED");
        run("UPDATE campaign_participation SET status = 'SENT', sent_at = '%s', sendings = 1, mastery = %d,"
                + " validated = %d, stage = %d, external_id = 'n-%s' WHERE id = '%s'", at, mastery, validated, stage,
                name.replaceAll("\\W.*", ""), participation);
        run("INSERT INTO campaign_sending VALUES ('%s', 1, '%s', NULL, 'x', '', '', %d, %d, NULL)", participation, at,
                mastery, stage);
        return participation;
    }

    /** Somebody who sent a profile. */
    public UUID sentProfile(PersonId person, String name, String at, int pix, int certifiable) {
        UUID participation = unsent(person, name, "COMPLETED");
        run("UPDATE campaign_participation SET status = 'SENT', sent_at = '%s', sendings = 1, pix = %d,"
                + " certifiable_competences = %d WHERE id = '%s'", at, pix, certifiable, participation);
        run("INSERT INTO campaign_sending VALUES ('%s', 1, '%s', NULL, 'x', '', '', NULL, NULL, %d)", participation,
                at, pix);
        return participation;
    }

    /** Makes a participation that of a teacher who tries the campaign. */
    public void trial(UUID participation) {
        run("UPDATE campaign_participation SET trial = TRUE WHERE id = '%s'", participation);
    }

    /** The same result sent again. @param number from 2 */
    public void sentAgain(UUID participation, int number, String at, int mastery, int stage) {
        run("INSERT INTO campaign_sending VALUES ('%s', %d, '%s', NULL, 'x', '', '', %d, %d, NULL)", participation,
                number, at, mastery, stage);
        run("UPDATE campaign_participation SET sent_at = '%s', sendings = %d, mastery = %d, stage = %d WHERE id = '%s'",
                at, number, mastery, stage, participation);
    }

    /** @param recommendation in hundredths of a point, a multiple of 5 */
    public void topic(UUID participation, String topic, int validated, int reached, int recommendation) {
        run("REPLACE INTO campaign_topic_result VALUES ('%s', '%s', '%s', %d, %d, %d, %d)", campaign, topic,
                participation, validated, validated, reached, recommendation * Recommendation.UNIT / 100);
    }

    public void competence(UUID participation, String competence, int skills, int validated) {
        run("REPLACE INTO campaign_competence_result VALUES ('%s', '%s', '%s', %d, %d, %d, NULL, NULL)", campaign,
                competence, participation, skills, validated, skills);
    }

    /** Of a profile. */
    public void level(UUID participation, String competence, int pix, int level) {
        run("REPLACE INTO campaign_competence_result VALUES ('%s', '%s', '%s', 0, 0, 0, %d, %d)", campaign, competence,
                participation, pix, level);
    }

    public void badge(UUID participation, String badge) {
        run("INSERT INTO campaign_badge_result VALUES ('%s', '%s', '%s')", participation, badge, campaign);
    }

    private void run(String sql, Object... values) {
        transactions.run(() -> database.execute(sql.formatted(values)));
    }
}
