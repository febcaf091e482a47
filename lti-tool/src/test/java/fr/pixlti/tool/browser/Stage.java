package fr.pixlti.tool.browser;

import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.shared.Transactions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.boot.test.context.TestComponent;

/** Sets the scene behind the newest test: the question shown, times gone by, what is known, what became of scores. */
@TestComponent
class Stage {

    private static final String NEWEST = " WHERE status = 'STARTED' ORDER BY started_at DESC LIMIT 1";

    private final DSLContext database;
    private final Transactions transactions;
    private final ContentApi content;

    Stage(DSLContext database, Transactions transactions, ContentApi content) {
        this.database = database;
        this.transactions = transactions;
        this.content = content;
    }

    /** As if nobody had ever come. */
    void clear() {
        run("SET FOREIGN_KEY_CHECKS = 0");
        for (String table : List.of("assessment_answer", "assessment_leaving", "assessment_needs",
                "assessment_assessment", "assessment_knowledge",
                "campaign_participation", "gradebook_score", "people_enrolment", "people_group_member",
                "people_group", "people_roster", "campaign_copy", "assessment_report", "assessment_saved_lesson",
                "assessment_introduction")) {
            run("DELETE FROM " + table);
        }
        run("SET FOREIGN_KEY_CHECKS = 1");
    }

    /** Puts before the learner the first item of the content that is like this. */
    void show(Predicate<Item> like) {
        Item item = content.current().items().values().stream().filter(like).findFirst().orElseThrow();
        run("UPDATE assessment_assessment SET current_item = '" + item.id() + "', current_since = "
                + (!item.announced() ? "UTC_TIMESTAMP(6)" : "NULL") + NEWEST);
    }

    /** A state that does not exist: whatever opens the question fails. */
    void breakQuestion() {
        run("UPDATE assessment_assessment SET status = 'NONE'" + NEWEST);
    }

    /** Undoes {@link #breakQuestion}. */
    void mendQuestion() {
        run("UPDATE assessment_assessment SET status = 'STARTED' WHERE status = 'NONE'");
    }

    /** How often somebody left a page that is not to be left. */
    int leavings() {
        return transactions.call(() -> database.fetchOne("SELECT COUNT(*) FROM assessment_leaving"))
                .get(0, Integer.class);
    }

    void timePasses(int seconds) {
        run("UPDATE assessment_assessment SET current_since = current_since - INTERVAL " + seconds + " SECOND"
                + NEWEST);
    }

    /** As if every test had been taken that much earlier. */
    void daysPass(int days) {
        run("UPDATE assessment_assessment SET started_at = started_at - INTERVAL " + days
                + " DAY, completed_at = completed_at - INTERVAL " + days + " DAY");
        run("UPDATE assessment_answer SET answered_at = answered_at - INTERVAL " + days + " DAY");
        run("UPDATE assessment_knowledge SET created_at = created_at - INTERVAL " + days + " DAY");
    }

    /** Every skill met is known, or none is. */
    void knows(boolean all) {
        run("UPDATE assessment_knowledge SET status = '" + (all ? "VALIDATED" : "INVALIDATED") + "'");
    }

    /**
     * Somebody knows what is asked up to a level of some competences, and does not know the rest of the next level.
     *
     * @param subject the platform's id of who
     */
    void knows(String subject, Map<String, Integer> levels) {
        levels.forEach((competence, level) -> content.current().skillsOf(competence).stream()
                .filter(skill -> skill.level() <= level + 1)
                .forEach(skill -> run("REPLACE INTO assessment_knowledge SELECT person_id, '" + competence + "', '"
                        + skill.id() + "', '" + (skill.level() <= level ? "VALIDATED" : "INVALIDATED")
                        + "', 'DIRECT', UUID(), UTC_TIMESTAMP(6) FROM people_identity WHERE subject = '" + subject
                        + "'")));
    }

    /** What became of every score: {@code WAITING} or {@code REFUSED}, and why. */
    void scores(String state, String reason) {
        run("UPDATE gradebook_score SET state = '" + state + "', last_error = '" + reason
                + "', next_attempt_at = UTC_TIMESTAMP(6) + INTERVAL 1 DAY");
    }

    /**
     * Everything that may stand around the results of the newest participation's course: a group with a name and one
     * without, in which all are; a roster that could not be read again; somebody who left; a copy shown with its origin.
     *
     * @param left the platform's id of who left
     */
    void surroundCourse(String left) {
        String course = "(SELECT c.course_id FROM campaign_campaign c JOIN campaign_participation p"
                + " ON p.campaign_id = c.id ORDER BY p.started_at DESC LIMIT 1)";
        run("INSERT INTO people_group (id, course_id, platform_group_id, name, created_at) VALUES (UUID(), " + course
                + ", '77', NULL, UTC_TIMESTAMP(6)), (UUID(), " + course + ", NULL, '3A', UTC_TIMESTAMP(6))");
        run("INSERT INTO people_group_member SELECT g.id, e.person_id, FALSE FROM people_group g"
                + " JOIN people_enrolment e ON e.course_id = g.course_id AND e.role = 'LEARNER'");
        run("INSERT INTO people_roster (course_id, platform_id, memberships_url, next_at, read_at, failure, failures)"
                + " SELECT " + course + ", id, 'http://127.0.0.1:9/members', UTC_TIMESTAMP(6) + INTERVAL 1 DAY,"
                + " UTC_TIMESTAMP(6), 'refused', 1 FROM lti_platform LIMIT 1");
        run("UPDATE people_enrolment SET left_at = UTC_TIMESTAMP(6) WHERE person_id ="
                + " (SELECT person_id FROM people_identity WHERE subject = '" + left + "')");
        // Its own origin, since the demo LMS has one course.
        run("INSERT INTO campaign_copy (link_id, origin_link_id, choice) SELECT resource_link_id, resource_link_id,"
                + " 'TOGETHER' FROM campaign_campaign WHERE course_id = " + course
                + " AND resource_link_id IS NOT NULL");
    }

    /** An item that was asked and reported, with figures and every remark. @return its id */
    String remarkable() {
        Item item = content.current().items().values().stream().filter(each -> each.picture() != null).findFirst()
                .orElseThrow();
        run("DELETE FROM assessment_item_statistic");
        for (String category : List.of("QUESTION", "PICTURE")) {
            run("INSERT INTO assessment_report (id, person_id, item, category, competence, content_release, given, "
                    + "words, language, browser, created_at, updated_at, closed_as, closed_at) VALUES (UUID(), UUID(), '"
                    + item.id() + "', '" + category
                    + "', '1.1', 'x', '{\"answer\":\"chat\"}', 'Je ne vois rien', 'fr', "
                    + "'firefox', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), "
                    + (category.equals("PICTURE") ? "'MENDED', UTC_TIMESTAMP(6))" : "NULL, NULL)"));
        }
        run("INSERT INTO assessment_item_statistic VALUES ('" + item.id() + "', '" + item.skill() + "', '"
                + content.current().skill(item.skill()).competence() + "', 3, 1234, 600, 300, 20, 900, 34, 120, 1100, "
                + "-0.051, 200, 40, '0/0 100/2 200/50 300/150 300/200 100/90 50/48 50/50', 1, "
                + "'TOO_EASY LOW_DISCRIMINATION SKIPPED UNLIKE_VARIANTS DRIFT', UTC_TIMESTAMP(6))");
        run("REPLACE INTO assessment_statistic_run VALUES (1, UTC_TIMESTAMP(6) - INTERVAL 1 HOUR, "
                + "UTC_TIMESTAMP(6) - INTERVAL 1 HOUR, 400, 1000, NULL)");
        return item.id();
    }

    /** Whether a score has gone its way: {@code SENT}. */
    boolean scoreSent() {
        return transactions.call(() -> database.fetchOne("SELECT COUNT(*) FROM gradebook_score WHERE state = 'SENT'"))
                .get(0, Integer.class) > 0;
    }

    /** The right answer to the question shown: texts by field, or the HTML of each choice to tick. */
    Answer answer() {
        String id = transactions
                .call(() -> database.fetchOne("SELECT current_item FROM assessment_assessment" + NEWEST))
                .get(0, String.class);
        return switch (content.current().item(id).work()) {
            case Item.Choose choose -> new Answer(choose.choices().stream().filter(Item.Choice::right)
                    .map(choice -> choose.choices().indexOf(choice)).toList(), Map.of());
            case Item.Fill fill -> new Answer(List.of(),
                    Map.of(fill.field().name(), fill.field().answers().getFirst()));
            case Item.FillSeveral several -> new Answer(List.of(), texts(several));
            case Item.Operate operate -> new Answer(List.of(), operate.facts().stream()
                    .collect(Collectors.toMap(Item.Field::name, fact -> fact.answers().getFirst())));
        };
    }

    private static Map<String, String> texts(Item.FillSeveral several) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < several.fields().size(); i++) {
            Item.Field field = several.fields().get(i);
            texts.put(field.name(),
                    several.dependent() ? several.groups().get(i).getFirst() : field.answers().getFirst());
        }
        return texts;
    }

    /**
     * @param choices indexes in the author's order
     * @param texts by field
     */
    record Answer(List<Integer> choices, Map<String, String> texts) {}

    private void run(String sql) {
        transactions.run(() -> database.execute(sql));
    }
}
