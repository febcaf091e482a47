package fr.pixlti.tool.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.campaign.domain.Campaign.Kind;
import fr.pixlti.tool.campaign.domain.CampaignTarget;
import fr.pixlti.tool.campaign.domain.Campaigns;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.TargetProfile.Badge;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.PlatformDouble;
import fr.pixlti.tool.testing.Reply;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The files of campaigns that teachers made, from the database to the browser; every figure is reckoned by hand here. */
@ExtendWith(Journey.class)
class ExportsIT {

    private final Tool tool;
    private final MadeCourse course;
    private final PersonId ada;
    private final PersonId bob;
    private final PersonId cyd;

    ExportsIT(PlatformDouble lms, Tool tool) {
        this.tool = tool;
        this.course = new MadeCourse(lms, tool);
        this.ada = course.come("Arnaud", "Ada");
        this.bob = course.come("Bernard", "Bob");
        this.cyd = course.come("=cmd", "Cyd");
    }

    @Test
    void participants_and_results_of_a_path_make_a_table() {
        UUID campaign = course.campaign(Kind.ASSESSMENT, MadeCourse.TARGET);
        course.group("6e B", ada);
        course.group("Club", ada);
        course.send(campaign, ada,
                course.skills("adresses-web1 adresses-web2 adresses-web3 mots-cles1 courriel-destinataires2"));
        UUID begun = course.participation(campaign, bob, false, false);
        tool.bean(Transactions.class).run(() -> tool.bean(Campaigns.class).began(begun, null, UUID.randomUUID()));
        course.known(bob, "adresses-web1 adresses-web2 mots-cles1 mots-cles5 courriel-destinataires7");
        course.participation(campaign, cyd, false, true);
        course.participation(campaign, course.teachingPerson(), true, true);

        List<String> rows = csv(campaign + "/export");
        ContentRelease release = tool.bean(ContentApi.class).current();
        String first = "1.1 " + release.competence("1.1").orElseThrow().name(Locale.FRENCH);
        String second = "2.1 " + release.competence("2.1").orElseThrow().name(Locale.FRENCH);
        String area1 = "Domaine 1. " + release.areaOf("1.1").orElseThrow().name(Locale.FRENCH);
        String area2 = "Domaine 2. " + release.areaOf("2.1").orElseThrow().name(Locale.FRENCH);
        assertThat(rows.getFirst().replace("\"", "")).isEqualTo("\uFEFFCours;Campagne;Code;Parcours;Nom;Prénom;Groupe;"
                + "N° d'élève;Avancement;Commencé le;Résultats envoyés ?;Envoyé le;Étoiles (sur 3);Badge : Adresses;"
                + "Badge : 60 %;Taux de maîtrise;" + Stream.of(first, second, area1, area2)
                        .map(part -> "%1$s : taux de maîtrise;%1$s : acquis du parcours;%1$s : acquis validés"
                                .formatted(part))
                        .collect(Collectors.joining(";")));
        String code = course.code(campaign);
        // 5 of 10; 4 of 7 = 57.1 %; 1 of 3 = 33.3 %. All of the first badge's skills, 50 % of 60 % for the second.
        // By name: Arnaud, Bernard, cmd. Bob knows 3 of the 10 skills, two others are above the path's levels.
        assertThat(rows.subList(1, rows.size())).containsExactly(
                "Technologie;Essai;" + code + ";;Arnaud;Ada;6e B, Club;'+33;100%;03/11/2026;Oui;21/11/2026;1;Oui;Non;"
                        + "50%;57%;7;4;33%;3;1;57%;7;4;33%;3;1",
                "Technologie;Essai;" + code + ";;Bernard;Bob;;;30%;03/11/2026;Non;" + ";".repeat(16),
                "Technologie;Essai;" + code + ";;'=cmd;Cyd;;;100%;03/11/2026;Non;" + ";".repeat(16));
    }

    @Test
    void the_same_table_is_a_spreadsheet_too() {
        UUID campaign = course.campaign(Kind.ASSESSMENT, MadeCourse.TARGET);
        course.send(campaign, ada, course.skills("adresses-web1"));
        Reply reply = get(campaign + "/export?format=ODS");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(header(reply, "Content-Type")).isEqualTo("application/vnd.oasis.opendocument.spreadsheet");
        assertThat(header(reply, "Content-Disposition")).contains("attachment", "Essai.ods");
        assertThat(header(reply, "Cache-Control")).isEqualTo("no-store");
        assertThat(reply.body()).startsWith("PK");
    }

    @Test
    void a_collection_makes_a_table_of_levels_and_pix() {
        UUID campaign = course.campaign(Kind.COLLECTION, null);
        course.sendProfile(campaign, ada, Map.of("1.1", 3, "1.2", 2, "1.3", 2, "2.1", 1, "5.2", 7));
        course.participation(campaign, bob, false, true);

        List<String> rows = csv(campaign + "/export");
        assertThat(rows.getFirst()).startsWith("\uFEFFCours;Campagne;Code;Nom;Prénom;Groupe;N° d'élève;"
                + "Résultats envoyés ?;Envoyé le;Score en pix;Certifiable ?;Compétences certifiables;");
        assertThat(rows.getFirst().split(";")).hasSize(12 + 2 * 16);
        String code = course.code(campaign);
        // pix are 8 a level here: 8 × (3 + 2 + 2 + 1 + 7); five competences at level 1 or above make it certifiable
        assertThat(rows.get(1)).isEqualTo("Technologie;Essai;" + code + ";Arnaud;Ada;;'+33;Oui;21/11/2026;120;Oui;5;"
                + "3;24;2;16;2;16;1;8" + ";0;0".repeat(11) + ";7;56");
        assertThat(rows.get(2)).isEqualTo("Technologie;Essai;" + code + ";Bernard;Bob;;;Non;" + ";".repeat(3 + 2 * 16));
        assertThat(rows).hasSize(3);
    }

    @Test
    void the_end_of_a_term_has_a_row_for_each_pupil_class_by_class() {
        UUID campaign = course.campaign(Kind.COLLECTION, null);
        UUID second = course.group("6e B", ada);
        course.group("6e A", cyd);
        course.sendProfile(campaign, ada,
                Map.of("1.1", 3, "1.2", 2, "1.3", 2, "2.1", 1, "2.2", 1, "2.3", 1, "2.4", 0, "5.1", 7,
                        "5.2", 7));
        course.sendProfile(campaign, cyd, Map.of("3.1", 4, "3.2", 4, "3.3", 4, "3.4", 4, "4.1", 1, "4.2", 1, "4.3", 1));

        List<String> rows = csv(campaign + "/term");
        assertThat(rows.getFirst()).startsWith("\uFEFFGroupe;Nom;Prénom;1. ").endsWith(";Score en pix;Envoyé le");
        assertThat(rows.getFirst().split(";")).hasSize(10);
        // Ada: (3 + 2 + 2) / 3 = 2.33 → 2; (1 + 1 + 1 + 0) / 4 = 0.75 → 0; 0; 0; (7 + 7) / 2. 8 × 24 pix.
        // Cyd: 0; 0; 16 / 4; 3 / 3; 0. 8 × 19 pix. Bob, who sent nothing and is in no class, comes last.
        assertThat(rows.subList(1, rows.size())).containsExactly("6e A;'=cmd;Cyd;0;0;4;1;0;152;21/11/2026",
                "6e B;Arnaud;Ada;2;0;0;0;7;192;21/11/2026", ";Bernard;Bob;;;;;;;");
        assertThat(get(campaign.toString()).body()).contains("/export", "/term", "/term?format=ODS")
                .doesNotContain("/attestations");
        assertThat(csv(campaign + "/term?group=" + second)).hasSize(2).last().asString().startsWith("6e B;Arnaud");
        assertThat(get(campaign + "/term?group=" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(get(course.campaign(Kind.ASSESSMENT, MadeCourse.TARGET) + "/term").status()).isEqualTo(404);
    }

    @Test
    void attestations_are_for_the_class_and_for_each_pupil_who_sent() {
        UUID campaign = course.campaign(Kind.ASSESSMENT, MadeCourse.TARGET);
        Visit pupil = course.visit(ada, "Arnaud", "Ada");
        UUID own = course.participation(campaign, ada, false, true);
        course.begin(campaign, own, ada);
        assertThat(get(campaign + "/attestations").status()).isEqualTo(409);
        assertThat(at(pupil, "/participations/" + own + "/attestation").status()).isEqualTo(409);
        assertThat(at(pupil, "/participations/" + own).body()).doesNotContain("/attestation");
        assertThat(get(campaign.toString()).body()).doesNotContain("/attestations");
        course.send(campaign, ada, course.skills("adresses-web1"));
        UUID group = course.group("6e B", bob);

        Reply all = get(campaign + "/attestations");
        assertThat(all.status()).isEqualTo(200);
        assertThat(header(all, "Content-Type")).isEqualTo("application/pdf");
        assertThat(header(all, "Content-Disposition")).contains("Essai.pdf");
        assertThat(all.body()).startsWith("%PDF-");
        assertThat(get(campaign + "/attestations?group=" + group).status()).as("nobody of it sent").isEqualTo(409);
        assertThat(at(pupil, "/participations/" + own).body()).contains("/participations/" + own + "/attestation");
        assertThat(at(pupil, "/participations/" + own + "/attestation").body()).startsWith("%PDF-");
        assertThat(get(campaign.toString()).body()).contains("/attestations", "/export", "/export?format=ODS")
                .doesNotContain("/term");
        UUID without = course.campaign(Kind.ASSESSMENT,
                new CampaignTarget(MadeCourse.TOPICS, List.of(), List.of(), false));
        course.send(without, ada, course.skills("adresses-web1"));
        assertThat(get(without + "/attestations").status()).isEqualTo(404);
    }

    @Test
    void nobody_else_gets_a_file() {
        UUID campaign = course.campaign(Kind.ASSESSMENT, MadeCourse.TARGET);
        UUID collection = course.campaign(Kind.COLLECTION, null);
        course.send(campaign, ada, course.skills("adresses-web1"));
        UUID own = course
                .ask(db -> db.fetchSingle("select id from campaign_participation where campaign_id = ?", campaign)
                        .get(0, UUID.class));
        Visit fellow = course.visit(bob, "Bernard", "Bob");
        Visit stranger = course.stranger();
        for (Visit other : List.of(fellow, stranger)) {
            for (String path : List.of("/campaigns/" + campaign + "/export", "/campaigns/" + collection + "/term",
                    "/campaigns/" + campaign + "/attestations", "/participations/" + own + "/attestation")) {
                assertThat(at(other, path).status()).as(path).isEqualTo(404);
            }
        }
        assertThat(Browser.window().getOnly(course.teacher().inside("/campaigns/" + campaign + "/export").toString())
                .status())
                .as("nobody").isIn(401, 403);
        // the teacher's way to a pupil's own file is the class's
        assertThat(at(course.teacher(), "/participations/" + own + "/attestation").status()).isEqualTo(404);
        assertThat(get(UUID.randomUUID() + "/export").status()).isEqualTo(404);
        UUID ofLink = UUID.fromString(course.teacher().path().split("/")[2]);
        assertThat(get(ofLink + "/export").status()).as("one that no teacher made").isEqualTo(404);
    }

    /** The table is refused before anything of it is on its way: the teacher reads a page that says what to do. */
    @Test
    void too_long_for_a_spreadsheet_is_no_torn_file_and_csv_takes_it_whole() {
        UUID campaign = course.campaign(Kind.ASSESSMENT, MadeCourse.TARGET);
        tool.bean(Transactions.class).run(() -> tool.bean(DSLContext.class).execute("""
                insert into campaign_participation (id, campaign_id, person_id, status, started_at, search_name)
                select uuid(), ?, uuid(), 'STARTED', '2026-11-03', lpad(mod(seq * 7919, 997), 4, '0')
                from seq_1_to_5001""", campaign));
        Reply ods = get(campaign + "/export?format=ODS");
        assertThat(ods.status()).isEqualTo(400);
        assertThat(header(ods, "Content-Type")).startsWith("text/html");
        assertThat(ods.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(ods.body()).contains("plus de 5", "CSV");
        assertThat(csv(campaign + "/export")).hasSize(5_002);
    }

    private Reply get(String path) {
        return at(course.teacher(), "/campaigns/" + path);
    }

    private static Reply at(Visit visit, String path) {
        return visit.browser().getOnly(visit.inside(path).toString());
    }

    private static String header(Reply reply, String name) {
        return reply.headers().firstValue(name).orElse("");
    }

    private List<String> csv(String path) {
        Reply reply = get(path);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(header(reply, "Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(header(reply, "Content-Disposition")).contains("attachment", "Essai.csv");
        assertThat(reply.body()).endsWith("\r\n");
        return List.of(reply.body().split("\r\n"));
    }
}
