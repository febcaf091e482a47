package fr.pixlti.tool.shell;

import fr.pixlti.tool.shared.Transactions;
import org.jooq.DSLContext;
import org.jspecify.annotations.NullMarked;

/**
 * Scores in the database: two platforms with a course each, ten activities, as many people as scores. Every tenth score is
 * refused, the others are sent.
 */
@NullMarked
final class QueueRows {

    static final String PLATFORM = "00000000-0000-7000-8000-000000000001";

    private QueueRows() {}

    static void fill(ConsoleNode node, int scores) {
        DSLContext db = node.bean(DSLContext.class);
        node.bean(Transactions.class).run(() -> {
            for (int i = 1; i <= 2; i++) {
                String id = "00000000-0000-7000-8000-00000000000" + i;
                db.execute("INSERT INTO lti_platform SET id = ?, name = ?, issuer = ?, client_id = 'c', "
                        + "authentication_request_url = 'x', access_token_url = 'x', key_set_url = 'x', "
                        + "frame_origins = '', created_at = now(), updated_at = now()", id,
                        i == 1 ? "Lycée Ada" : "Lycée Alan", "https://" + i + ".example");
                db.execute("INSERT INTO lti_deployment SET id = ?, platform_id = ?, deployment_id = '1', "
                        + "status = 'APPROVED', first_seen_at = now()", id, id);
                db.execute("INSERT INTO people_organisation SET id = ?, lti_deployment_id = ?, name = 'x', "
                        + "created_at = now()", id, id);
                db.execute("INSERT INTO people_course SET id = ?, organisation_id = ?, context_id = 'course', "
                        + "title = ?, created_at = now()", id, id, i == 1 ? "4e maths" : "3e");
            }
            db.execute("INSERT INTO lti_resource_link (id, deployment_id, resource_link_id, context_id, title, "
                    + "created_at, updated_at) SELECT uuid_of(1, seq), uuid_of(0, 1 + seq MOD 2), seq, 'course', "
                            .replace("uuid_of(1, seq)", uuid("7001", "seq")).replace("uuid_of(0, 1 + seq MOD 2)",
                                    uuid("7000", "1 + seq MOD 2"))
                    + "concat('Activité ', seq), now(), now() FROM seq_0_to_9");
            db.execute("INSERT INTO people_person (id, given_name, family_name, full_name, created_at, updated_at) "
                    + "SELECT " + uuid("7002", "seq") + ", 'Zoé', concat('Dupont', seq), concat('Zoé Dupont', seq), "
                    + "now(), now() FROM seq_0_to_" + (scores - 1));
            db.execute("INSERT INTO people_identity (source, subject, person_id, created_at) SELECT concat('lti:', "
                    + uuid("7000", "1 + seq MOD 2") + "), concat('s', seq), " + uuid("7002", "seq")
                    + ", now() FROM seq_0_to_" + (scores - 1));
            db.execute("INSERT INTO gradebook_score (id, resource_link_id, line_item_tag, person_id, platform_id, "
                    + "subject, score_given, score_maximum, state, revision, attempts, queued_at, next_attempt_at, "
                    + "last_error, created_at, updated_at) SELECT " + uuid("7003", "seq") + ", "
                    + uuid("7001", "seq MOD 10") + ", '', " + uuid("7002", "seq") + ", "
                    + uuid("7000", "1 + seq MOD 2") + ", concat('s', seq), 8, 56, "
                    + "if(seq MOD 10 = 0, 'REFUSED', 'SENT'), 1, 1, now(), now(), "
                    + "if(seq MOD 10 = 0, 'unauthorized', NULL), now(), now() FROM seq_0_to_" + (scores - 1));
        });
    }

    /** A UUID of version 7 made of a kind and a number. */
    private static String uuid(String kind, String number) {
        return "CAST(concat('00000000-0000-" + kind + "-8000-', lpad(hex(" + number + "), 12, '0')) AS UUID)";
    }
}
