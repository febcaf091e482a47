package fr.pixlti.tool.people;

import fr.pixlti.tool.people.domain.SessionCookie;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * Somebody of whom every room holds something, in the database. Every text that is theirs contains one word, so that it
 * can be looked for.
 *
 * @param word lower-case letters
 * @param cookie of an open session
 */
public record PersonRows(PersonId person, String word, UUID course, UUID participation, UUID finished, UUID running,
        SessionCookie cookie) {

    /** A person with rows in every table that may hold some, in a course and with a campaign of their own. */
    public static PersonRows fill(DSLContext db, Transactions transactions, String word) {
        PersonRows rows = new PersonRows(new PersonId(id()), word, id(), id(), id(), id(),
                SessionCookie.of(id()));
        transactions.run(() -> {
            rows.people(db);
            rows.assessment(db);
            rows.campaign(db);
            rows.others(db);
        });
        return rows;
    }

    /** Made like those of the tool: a version of its own tells who is nobody. */
    private static UUID id() {
        UUID random = UUID.randomUUID();
        return new UUID(random.getMostSignificantBits() & ~0xF000L | 0x7000L, random.getLeastSignificantBits());
    }

    private void people(DSLContext db) {
        UUID organisation = id();
        UUID group = id();
        db.execute("INSERT INTO people_person SET id = ?, given_name = ?, family_name = ?, full_name = ?, email = ?, "
                + "seen_on = '2026-01-02', created_at = '2026-01-01', updated_at = '2026-01-01'", person.value(),
                "Zoé-" + word, word + " Dupont", "Zoé " + word + " Dupont", word + "@example.org");
        db.execute("INSERT INTO people_identity SET source = ?, subject = ?, person_id = ?, created_at = now()",
                "lti:" + id(), "subject-" + word, person.value());
        db.execute("INSERT INTO people_organisation SET id = ?, lti_deployment_id = ?, name = 'Lycée', "
                + "created_at = now()", organisation, id());
        db.execute("INSERT INTO people_course SET id = ?, organisation_id = ?, context_id = 'c', title = '4e B', "
                + "created_at = now()", course, organisation);
        db.execute("INSERT INTO people_enrolment SET course_id = ?, person_id = ?, role = 'LEARNER', since = now()",
                course, person.value());
        db.execute("INSERT INTO people_group SET id = ?, course_id = ?, name = 'Demi-groupe', created_at = now()",
                group, course);
        db.execute("INSERT INTO people_group_member SET group_id = ?, person_id = ?, of_platform = FALSE", group,
                person.value());
        db.execute("INSERT INTO people_session SET id = ?, secret_hash = ?, person_id = ?, opened_path = '/x', "
                + "return_url = ?, created_at = now(), expires_at = '2099-01-01'", cookie.sessionId(),
                cookie.hash(), person.value(), "https://moodle.example/?user=" + word);
    }

    private void assessment(DSLContext db) {
        test(db, finished, "COMPLETED");
        test(db, running, "STARTED");
        answer(db, finished, 1, "RIGHT", "{\"answer\":\"je suis " + word + "\"}");
        answer(db, finished, 2, "WRONG", "[0,2]");
        answer(db, finished, 3, "SKIPPED", "null");
        answer(db, running, 1, "WRONG", "{\"a\":\"" + word + "\",\"b\":\"2\"}");
        db.execute("INSERT INTO assessment_leaving SET assessment_id = ?, position = 2, left_at = now()", running);
        db.execute("INSERT INTO assessment_knowledge SET person_id = ?, competence = '1.1', skill = 's1', "
                + "status = 'VALIDATED', source = 'DIRECT', assessment_id = ?, created_at = now()", person.value(),
                finished);
        db.execute("INSERT INTO assessment_needs SET person_id = ?, screen_reader = TRUE, colours = FALSE",
                person.value());
        for (String lesson : new String[]{"kept", "useful"}) {
            db.execute("INSERT INTO assessment_saved_lesson SET person_id = ?, topic = ?, saved_at = now(), "
                    + "useful = ?", person.value(), lesson + "-" + word.length(), lesson.equals("useful"));
        }
        db.execute("INSERT INTO assessment_introduction SET person_id = ?, seen_at = now()", person.value());
        db.execute("INSERT INTO assessment_report SET id = ?, person_id = ?, item = 'i1', category = 'OTHER', "
                + "competence = '1.1', content_release = 'r', given = ?, words = ?, language = 'fr', "
                + "browser = 'firefox', created_at = now(), updated_at = now()", id(), person.value(),
                "{\"a\":\"" + word + "\"}", "Je m'appelle " + word);
    }

    private void test(DSLContext db, UUID test, String status) {
        db.execute("INSERT INTO assessment_assessment SET id = ?, person_id = ?, competence = '1.1', "
                + "content_release = 'r', seed = 1, met_items = '', status = ?, continue_to = ?, answered = 1, "
                + "started_at = now(), screen_reader = TRUE", test, person.value(), status,
                "/participations/" + participation);
    }

    private static void answer(DSLContext db, UUID test, int position, String outcome, String given) {
        db.execute("INSERT INTO assessment_answer SET assessment_id = ?, position = ?, skill = ?, item = ?, "
                + "outcome = ?, given = ?, answered_at = now()", test, position, "s" + position, "i" + position,
                outcome, given);
    }

    private void campaign(DSLContext db) {
        UUID campaign = id();
        db.execute("INSERT INTO campaign_campaign SET id = ?, kind = 'COMPETENCE', competence = '1.1', course_id = ?, "
                + "resource_link_id = ?, created_at = now()", campaign, course, id());
        db.execute("INSERT INTO campaign_participation SET id = ?, campaign_id = ?, person_id = ?, assessment_id = ?, "
                + "status = 'SENT', pix = 24, level = 3, started_at = now(), completed_at = now(), sent_at = now(), "
                + "sendings = 1, mastery = 60, external_id = ?, search_name = ?", participation, campaign,
                person.value(), finished, "INE " + word, word + " zoe");
        db.execute("INSERT INTO campaign_part SET participation_id = ?, competence = '1.1', assessment_id = ?",
                participation, finished);
        db.execute("INSERT INTO campaign_sending SET participation_id = ?, number = 1, sent_at = now(), "
                + "assessment_id = ?, content_release = 'r', validated = 's1', invalidated = 's2', mastery = 60",
                participation, finished);
        db.execute("INSERT INTO campaign_settings SET campaign_id = ?, name = 'Bilan', code = ?, "
                + "multiple_sendings = FALSE, created_by = ?, archived_at = now(), archived_by = ?", campaign,
                campaign.toString().substring(24, 33), person.value(), person.value());
        db.execute("INSERT INTO campaign_reminder SET participation_id = ?, asked_on = '2026-01-05', asked_at = now(), "
                + "asked_by = ?", participation, person.value());
        db.execute("INSERT INTO campaign_copy SET link_id = ?, origin_link_id = ?, choice = 'FRESH', chosen_by = ?, "
                + "chosen_at = now()", id(), id(), person.value());
    }

    private void others(DSLContext db) {
        UUID platform = id();
        db.execute("INSERT INTO lti_platform SET id = ?, name = 'Moodle', issuer = ?, client_id = 'c', "
                + "authentication_request_url = 'x', access_token_url = 'x', key_set_url = 'x', frame_origins = '', "
                + "created_at = now(), updated_at = now()", platform, "https://" + platform + ".example");
        db.execute("INSERT INTO lti_content SET id = ?, platform_id = ?, deployment_id = '1', person_id = ?, "
                + "course_id = ?, settings = '{}', created_at = now(), expires_at = now() + INTERVAL 1 DAY", id(),
                platform, person.value(), course);
        db.execute("INSERT INTO gradebook_score SET id = ?, resource_link_id = ?, line_item_tag = '', person_id = ?, "
                + "platform_id = ?, subject = ?, score_given = 24, score_maximum = 56, comment = ?, state = 'SENT', "
                + "revision = 1, attempts = 1, queued_at = now(), next_attempt_at = now(), last_error_detail = ?, "
                + "created_at = now(), updated_at = now()", id(), id(), person.value(), platform, "subject-" + word,
                "Bravo " + word, "unknown user " + word);
    }
}
