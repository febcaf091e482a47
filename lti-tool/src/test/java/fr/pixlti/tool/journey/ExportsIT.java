package fr.pixlti.tool.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.assessment.AssessmentApi;
import fr.pixlti.tool.assessment.AssessmentId;
import fr.pixlti.tool.assessment.Subject;
import fr.pixlti.tool.campaign.domain.Campaign;
import fr.pixlti.tool.campaign.domain.Campaign.Kind;
import fr.pixlti.tool.campaign.domain.CampaignSettings;
import fr.pixlti.tool.campaign.domain.CampaignTarget;
import fr.pixlti.tool.campaign.domain.Campaigns;
import fr.pixlti.tool.campaign.domain.Campaigns.Newcomer;
import fr.pixlti.tool.campaign.domain.MadeCampaigns;
import fr.pixlti.tool.campaign.domain.Participation;
import fr.pixlti.tool.campaign.domain.Participation.Sent;
import fr.pixlti.tool.campaign.domain.ReckonResults;
import fr.pixlti.tool.campaign.domain.Sendings;
import fr.pixlti.tool.campaign.domain.Sendings.ProfileLevel;
import fr.pixlti.tool.campaign.domain.Sendings.Sending;
import fr.pixlti.tool.campaign.domain.results.BadgeResult;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.TargetProfile.Badge;
import fr.pixlti.tool.content.TargetProfile.CappedTopic;
import fr.pixlti.tool.content.TargetProfile.Criterion;
import fr.pixlti.tool.content.TargetProfile.Stage;
import fr.pixlti.tool.content.Words;
import fr.pixlti.tool.demo.domain.Activity;
import fr.pixlti.tool.demo.domain.Person;
import fr.pixlti.tool.demo.wire.IdTokens;
import fr.pixlti.tool.people.PeopleApi;
import fr.pixlti.tool.shared.Ids;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.PlatformDouble;
import fr.pixlti.tool.testing.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The files of campaigns that teachers made, from the database to the browser; every figure is reckoned by hand here. */
@ExtendWith(Journey.class)
class ExportsIT {

    /** The 21st in Paris, still the 20th in UTC. */
    private static final Instant SENT = Instant.parse("2026-11-20T23:05:00Z");
    private static final Instant BEGUN = Instant.parse("2026-11-03T08:00:00Z");
    /** Ten skills: seven of competence 1.1 (levels 1 to 3, and 1 to 4), three of 2.1 (levels 2 to 4). */
    private static final List<CappedTopic> TOPICS = List.of(new CappedTopic("adresses-web", 3),
            new CappedTopic("mots-cles", 4), new CappedTopic("courriel-destinataires", 4));
    private static final Words ADDRESSES = new Words(Map.of("fr", "Adresses", "en", "Addresses"));
    private static final Words ENOUGH = new Words(Map.of("fr", "60 %", "en", "60%"));
    private static final CampaignTarget TARGET = new CampaignTarget(TOPICS,
            List.of(new Stage(0, null), new Stage(21, null), new Stage(51, null), new Stage(81, null)),
            List.of(new Badge("addresses", ADDRESSES, ADDRESSES, null,
                    List.of(new Criterion(100, List.of(new CappedTopic("adresses-web", 3))))),
                    new Badge("enough", ENOUGH, ENOUGH, null, List.of(new Criterion(60, List.of())))),
            true);

    private final PlatformDouble lms;
    private final Tool tool;
    private final String course = UUID.randomUUID().toString();
    private final Activity activity;
    private final Map<PersonId, Person> pupils = new HashMap<>();
    private Visit teacher;
    private UUID courseId;
    private PersonId ada;
    private PersonId bob;
    private PersonId cyd;

    ExportsIT(PlatformDouble lms, Tool tool) {
        this.lms = lms;
        this.tool = tool;
        this.activity = lms.addActivity("Rechercher", Map.of("pixlti_target", "competence:1.1"), "1");
    }

    @BeforeEach
    void theCourse() {
        ada = come("Arnaud", "Ada");
        bob = come("Bernard", "Bob");
        cyd = come("=cmd", "Cyd");
        teacher = visit(lms.teacher(), "Prof", "Paul");
        courseId = ask(db -> db.fetchSingle("select id from people_course where context_id = ?", course)
                .get(0, UUID.class));
    }

    @Test
    void participants_and_results_of_a_path_make_a_table() {
        UUID campaign = campaign(Kind.ASSESSMENT, TARGET);
        group("6e B", ada);
        group("Club", ada);
        send(campaign, ada, skills("adresses-web1 adresses-web2 adresses-web3 mots-cles1 courriel-destinataires2"));
        UUID begun = participation(campaign, bob, false, false);
        tool.bean(Transactions.class).run(() -> tool.bean(Campaigns.class).began(begun, null, UUID.randomUUID()));
        known(bob, "adresses-web1 adresses-web2 mots-cles1 mots-cles5 courriel-destinataires7");
        participation(campaign, cyd, false, true);
        participation(campaign, person(lms.teacher()), true, true);

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
        String code = code(campaign);
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
        UUID campaign = campaign(Kind.ASSESSMENT, TARGET);
        send(campaign, ada, skills("adresses-web1"));
        Reply reply = get(campaign + "/export?format=ODS");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(header(reply, "Content-Type")).isEqualTo("application/vnd.oasis.opendocument.spreadsheet");
        assertThat(header(reply, "Content-Disposition")).contains("attachment", "Essai.ods");
        assertThat(header(reply, "Cache-Control")).isEqualTo("no-store");
        assertThat(reply.body()).startsWith("PK");
    }

    @Test
    void a_collection_makes_a_table_of_levels_and_pix() {
        UUID campaign = campaign(Kind.COLLECTION, null);
        sendProfile(campaign, ada, Map.of("1.1", 3, "1.2", 2, "1.3", 2, "2.1", 1, "5.2", 7));
        participation(campaign, bob, false, true);

        List<String> rows = csv(campaign + "/export");
        assertThat(rows.getFirst()).startsWith("\uFEFFCours;Campagne;Code;Nom;Prénom;Groupe;N° d'élève;"
                + "Résultats envoyés ?;Envoyé le;Score en pix;Certifiable ?;Compétences certifiables;");
        assertThat(rows.getFirst().split(";")).hasSize(12 + 2 * 16);
        String code = code(campaign);
        // pix are 8 a level here: 8 × (3 + 2 + 2 + 1 + 7); five competences at level 1 or above make it certifiable
        assertThat(rows.get(1)).isEqualTo("Technologie;Essai;" + code + ";Arnaud;Ada;;'+33;Oui;21/11/2026;120;Oui;5;"
                + "3;24;2;16;2;16;1;8" + ";0;0".repeat(11) + ";7;56");
        assertThat(rows.get(2)).isEqualTo("Technologie;Essai;" + code + ";Bernard;Bob;;;Non;" + ";".repeat(3 + 2 * 16));
        assertThat(rows).hasSize(3);
    }

    @Test
    void the_end_of_a_term_has_a_row_for_each_pupil_class_by_class() {
        UUID campaign = campaign(Kind.COLLECTION, null);
        UUID second = group("6e B", ada);
        group("6e A", cyd);
        sendProfile(campaign, ada,
                Map.of("1.1", 3, "1.2", 2, "1.3", 2, "2.1", 1, "2.2", 1, "2.3", 1, "2.4", 0, "5.1", 7,
                        "5.2", 7));
        sendProfile(campaign, cyd, Map.of("3.1", 4, "3.2", 4, "3.3", 4, "3.4", 4, "4.1", 1, "4.2", 1, "4.3", 1));

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
        assertThat(get(campaign(Kind.ASSESSMENT, TARGET) + "/term").status()).isEqualTo(404);
    }

    @Test
    void attestations_are_for_the_class_and_for_each_pupil_who_sent() {
        UUID campaign = campaign(Kind.ASSESSMENT, TARGET);
        Visit pupil = visit(pupils.get(ada), "Arnaud", "Ada");
        UUID own = participation(campaign, ada, false, true);
        begin(campaign, own, ada);
        assertThat(get(campaign + "/attestations").status()).isEqualTo(409);
        assertThat(at(pupil, "/participations/" + own + "/attestation").status()).isEqualTo(409);
        assertThat(at(pupil, "/participations/" + own).body()).doesNotContain("/attestation");
        assertThat(get(campaign.toString()).body()).doesNotContain("/attestations");
        send(campaign, ada, skills("adresses-web1"));
        UUID group = group("6e B", bob);

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
        UUID without = campaign(Kind.ASSESSMENT, new CampaignTarget(TOPICS, List.of(), List.of(), false));
        send(without, ada, skills("adresses-web1"));
        assertThat(get(without + "/attestations").status()).isEqualTo(404);
    }

    @Test
    void nobody_else_gets_a_file() {
        UUID campaign = campaign(Kind.ASSESSMENT, TARGET);
        UUID collection = campaign(Kind.COLLECTION, null);
        send(campaign, ada, skills("adresses-web1"));
        UUID own = ask(db -> db.fetchSingle("select id from campaign_participation where campaign_id = ?", campaign)
                .get(0, UUID.class));
        Visit fellow = visit(pupils.get(bob), "Bernard", "Bob");
        Browser away = Browser.framed();
        Visit stranger = Visit.of(away, lms.launch(away, lms.teacher(), activity).claims(claims -> {
            claims.put("sub", "prof-" + course);
            claims.put(IdTokens.LTI + "context", Map.of("id", "other-" + course, "title", "Ailleurs"));
            claims.put(IdTokens.LTI + "resource_link", Map.of("id", "other-" + activity.id()));
            claims.remove(IdTokens.AGS);
        }));
        for (Visit other : List.of(fellow, stranger)) {
            for (String path : List.of("/campaigns/" + campaign + "/export", "/campaigns/" + collection + "/term",
                    "/campaigns/" + campaign + "/attestations", "/participations/" + own + "/attestation")) {
                assertThat(at(other, path).status()).as(path).isEqualTo(404);
            }
        }
        assertThat(Browser.window().getOnly(teacher.inside("/campaigns/" + campaign + "/export").toString()).status())
                .as("nobody").isIn(401, 403);
        // the teacher's way to a pupil's own file is the class's
        assertThat(at(teacher, "/participations/" + own + "/attestation").status()).isEqualTo(404);
        assertThat(get(UUID.randomUUID() + "/export").status()).isEqualTo(404);
        UUID ofLink = UUID.fromString(teacher.path().split("/")[2]);
        assertThat(get(ofLink + "/export").status()).as("one that no teacher made").isEqualTo(404);
    }

    /** The table is refused before anything of it is on its way: the teacher reads a page that says what to do. */
    @Test
    void too_long_for_a_spreadsheet_is_no_torn_file_and_csv_takes_it_whole() {
        UUID campaign = campaign(Kind.ASSESSMENT, TARGET);
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

    private PersonId come(String family, String given) {
        Person pupil = lms.addPupil();
        visit(pupil, family, given);
        PersonId id = person(pupil);
        pupils.put(id, pupil);
        return id;
    }

    private Visit visit(Person person, String family, String given) {
        Browser browser = Browser.framed();
        return Visit.of(browser, lms.launch(browser, person, activity).claims(claims -> {
            claims.put("family_name", family);
            claims.put("given_name", given);
            claims.put("name", given + " " + family);
            claims.put(IdTokens.LTI + "context", Map.of("id", course, "title", "Technologie"));
            claims.put(IdTokens.LTI + "launch_presentation", Map.of("locale", "fr", "document_target", "iframe"));
            claims.remove(IdTokens.AGS);
        }));
    }

    private PersonId person(Person person) {
        return new PersonId(ask(db -> db.fetchSingle("select person_id from people_identity where subject = ?",
                person.id()).get(0, UUID.class)));
    }

    private UUID group(String name, PersonId... members) {
        UUID id = UUID.randomUUID();
        tool.bean(Transactions.class).run(() -> {
            DSLContext db = tool.bean(DSLContext.class);
            db.execute("insert into people_group (id, course_id, name, created_at) values (?, ?, ?, utc_timestamp())",
                    id,
                    courseId, name);
            for (PersonId member : members) {
                db.execute("insert into people_group_member (group_id, person_id, of_platform) values (?, ?, false)",
                        id,
                        member.value());
            }
        });
        return id;
    }

    private UUID campaign(Kind kind, @Nullable CampaignTarget target) {
        UUID id = tool.bean(Ids.class).next();
        String code = id.toString().replaceAll("[^a-f]", "").toUpperCase(Locale.ROOT).concat("ABCDEF")
                .substring(0, 6) + "%03d".formatted(Math.floorMod(id.hashCode(), 1000));
        tool.bean(Transactions.class).run(() -> tool.bean(MadeCampaigns.class).add(
                new Campaign(id, kind, null, List.of(), courseId, null),
                new CampaignSettings("Essai", code, null, target,
                        "", "", false, "N° d'élève", ada, BEGUN, null, 0)));
        return id;
    }

    private String code(UUID campaign) {
        return tool.bean(Transactions.class).call(() -> tool.bean(MadeCampaigns.class).settings(campaign)).orElseThrow()
                .code();
    }

    private UUID participation(UUID campaign, PersonId person, boolean trial, boolean complete) {
        String name = tool.bean(PeopleApi.class).sortNames(List.of(person)).get(person);
        return tool.bean(Transactions.class).call(() -> tool.bean(Campaigns.class).participation(campaign, person,
                new Newcomer(name, trial, complete), BEGUN));
    }

    private void begin(UUID campaign, UUID participation, PersonId person) {
        AssessmentApi assessments = tool.bean(AssessmentApi.class);
        tool.bean(Transactions.class).run(() -> {
            AssessmentId test = assessments.nextId();
            tool.bean(Campaigns.class).began(participation, null, test.value());
            assessments.start(test, person, new Subject.Path(campaign, TOPICS, false),
                    "/participations/" + participation,
                    false);
        });
    }

    /** Ids of skills, each said by its topic and level. */
    private Set<String> skills(String said) {
        ContentRelease release = tool.bean(ContentApi.class).current();
        return Stream.of(said.split(" "))
                .map(each -> release.topic(each.substring(0, each.length() - 1)).skills().stream()
                        .filter(skill -> each.endsWith(Integer.toString(skill.level()))).findFirst().orElseThrow().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void known(PersonId person, String said) {
        tool.bean(Transactions.class).run(() -> {
            for (String skill : skills(said)) {
                tool.bean(DSLContext.class).execute("""
                        insert into assessment_knowledge
                          (person_id, competence, skill, status, source, assessment_id, created_at)
                        values (?, ?, ?, 'INVALIDATED', 'DIRECT', ?, '2026-11-03')""", person.value(),
                        tool.bean(ContentApi.class).current().skill(skill).competence(), skill, UUID.randomUUID());
            }
        });
    }

    private void send(UUID campaign, PersonId person, Set<String> validated) {
        UUID id = participation(campaign, person, false, true);
        ReckonResults.Result result = tool.bean(ReckonResults.class).of(
                tool.bean(Transactions.class).call(() -> tool.bean(MadeCampaigns.class).settings(campaign))
                        .orElseThrow()
                        .target(),
                validated, Set.of());
        keep(id, new Sending(
                new Sent(SENT, 1, result.percent(), validated.size(),
                        result.stage().map(found -> found.stars()).orElse(null),
                        null, "+33"),
                UUID.randomUUID(), result.release(), validated, Set.of(), result.outcome(),
                result.badges().stream().filter(BadgeResult::obtained).map(badge -> badge.badge().key()).toList(),
                List.of(), null));
    }

    /** Every competence of the CRCN, those not named at level 0; 8 pix a level. */
    private void sendProfile(UUID campaign, PersonId person, Map<String, Integer> levels) {
        UUID id = participation(campaign, person, false, true);
        List<ProfileLevel> all = new ArrayList<>();
        tool.bean(ContentApi.class).current().frameworks().stream().filter(one -> one.id().equals("crcn"))
                .flatMap(one -> one.areas().stream()).flatMap(area -> area.competences().stream())
                .forEach(competence -> {
                    int level = levels.getOrDefault(competence.code(), 0);
                    all.add(new ProfileLevel(competence.code(), level, 8 * level));
                });
        keep(id, new Sending(
                new Sent(SENT, 1, null, null, null, (int) levels.values().stream().filter(level -> level > 0).count(),
                        "+33"),
                null, "release", Set.of(), Set.of(), null, List.of(), all,
                all.stream().mapToInt(ProfileLevel::pix).sum()));
    }

    private void keep(UUID participation, Sending sending) {
        tool.bean(Transactions.class).run(() -> {
            Sendings sendings = tool.bean(Sendings.class);
            Participation before = sendings.lock(participation).orElseThrow();
            sendings.add(before, sending);
        });
    }

    private <T> T ask(Function<DSLContext, T> question) {
        return tool.bean(Transactions.class).call(() -> question.apply(tool.bean(DSLContext.class)));
    }

    private Reply get(String path) {
        return at(teacher, "/campaigns/" + path);
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
