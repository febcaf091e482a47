package fr.pixlti.tool.journey;

import static fr.pixlti.schema.Tables.ASSESSMENT_KNOWLEDGE;
import static fr.pixlti.schema.Tables.CAMPAIGN_PARTICIPATION;
import static fr.pixlti.schema.Tables.CAMPAIGN_SENDING;
import static fr.pixlti.schema.Tables.CAMPAIGN_TOPIC_RESULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.pixlti.tool.campaign.domain.Campaign;
import fr.pixlti.tool.campaign.domain.CampaignCodes;
import fr.pixlti.tool.campaign.domain.CampaignSettings;
import fr.pixlti.tool.campaign.domain.CampaignTarget;
import fr.pixlti.tool.campaign.domain.Campaigns;
import fr.pixlti.tool.campaign.domain.MadeCampaigns;
import fr.pixlti.tool.campaign.domain.Participate;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.Skill;
import fr.pixlti.tool.content.TargetProfile.CappedTopic;
import fr.pixlti.tool.content.TargetProfile.Stage;
import fr.pixlti.tool.demo.domain.Activity;
import fr.pixlti.tool.demo.domain.Grade;
import fr.pixlti.tool.demo.domain.Person;
import fr.pixlti.tool.shared.Ids;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.PlatformDouble;
import fr.pixlti.tool.testing.Reply;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A pupil in a campaign that a teacher made: takes it, sees the result, sends it, comes back. */
@ExtendWith(Journey.class)
class PathIT {

    private static final List<Stage> STARS = List.of(new Stage(0, null), new Stage(21, null), new Stage(51, null),
            new Stage(81, null));

    private final PlatformDouble lms;
    private final Tool tool;
    private final DSLContext db;
    private final Activity course;
    private final Person pupil;
    private final List<CappedTopic> topics;

    PathIT(PlatformDouble lms, Tool tool) {
        this.lms = lms;
        this.tool = tool;
        this.db = tool.bean(DSLContext.class);
        this.course = lms.addActivity("Rechercher", Map.of("pixlti_target", "competence:1.1"), "1");
        this.pupil = lms.addPupil();
        ContentApi content = tool.bean(ContentApi.class);
        this.topics = List.of("1.1", "2.1", "4.2").stream()
                .flatMap(competence -> content.current().topicsOf(competence).stream().limit(2))
                .map(topic -> new CappedTopic(topic.id(), Math.min(3, topic.maxLevel())))
                .filter(topic -> !content.current().skillsOf(List.of(topic)).isEmpty()).toList();
    }

    private <T> T call(Supplier<T> work) {
        return tool.bean(Transactions.class).call(work);
    }

    /** A campaign in the course of an activity that was opened. */
    private Campaign campaign(Campaign.Kind kind, boolean several, @Nullable String label, UUID courseId,
            PersonId teacher) {
        Campaign made = new Campaign(tool.bean(Ids.class).next(), kind, "Mon parcours", List.of(), courseId, null);
        call(() -> {
            tool.bean(MadeCampaigns.class).add(made, new CampaignSettings("6e B",
                    tool.bean(CampaignCodes.class).next(), null,
                    kind == Campaign.Kind.COLLECTION
                            ? null
                            : new CampaignTarget(topics, STARS, List.of(), false),
                    "Bienvenue **à tous**", "Bravo", several, label, teacher, Instant.now(), null, 0));
            return made;
        });
        return made;
    }

    private record Opened(Visit visit, UUID participation, Campaign campaign) {}

    private Opened open(Campaign.Kind kind, boolean several, @Nullable String label) {
        Visit visit = Visit.open(lms, pupil, course);
        Record own = row(UUID.fromString(visit.path().substring("/participations/".length())));
        PersonId person = new PersonId(own.get(CAMPAIGN_PARTICIPATION.PERSON_ID));
        UUID courseId = call(() -> tool.bean(Campaigns.class).find(own.get(CAMPAIGN_PARTICIPATION.CAMPAIGN_ID)))
                .orElseThrow().courseId();
        Campaign campaign = campaign(kind, several, label, courseId, person);
        UUID participation = call(() -> tool.bean(Participate.class).handle(campaign, person, Instant.now()));
        return new Opened(visit.goTo("/participations/" + participation), participation, campaign);
    }

    private Record row(UUID participation) {
        return call(() -> db.selectFrom(CAMPAIGN_PARTICIPATION).where(CAMPAIGN_PARTICIPATION.ID.eq(participation))
                .fetchSingle());
    }

    private String status(UUID participation) {
        return row(participation).get(CAMPAIGN_PARTICIPATION.STATUS);
    }

    private int sendings(UUID participation) {
        return call(() -> db.fetchCount(CAMPAIGN_SENDING, CAMPAIGN_SENDING.PARTICIPATION_ID.eq(participation)));
    }

    /** From the answers' traces alone: what is validated of the path's skills. */
    private int masteryByHand(UUID participation) {
        Set<String> skills = tool.bean(ContentApi.class).current().skillsOf(topics).stream().map(Skill::id)
                .collect(Collectors.toSet());
        UUID person = row(participation).get(CAMPAIGN_PARTICIPATION.PERSON_ID);
        int validated = call(() -> db.fetchCount(ASSESSMENT_KNOWLEDGE, ASSESSMENT_KNOWLEDGE.PERSON_ID.eq(person)
                .and(ASSESSMENT_KNOWLEDGE.STATUS.eq("VALIDATED")).and(ASSESSMENT_KNOWLEDGE.SKILL.in(skills))));
        return BigDecimal.valueOf(validated)
                .divide(BigDecimal.valueOf(skills.size()), new MathContext(2, RoundingMode.HALF_UP))
                .movePointRight(2).setScale(0, RoundingMode.HALF_UP).intValue();
    }

    @Test
    void a_path_is_taken_seen_and_sent_and_its_figures_are_those_of_the_answers() {
        Opened opened = open(Campaign.Kind.ASSESSMENT, false, null);
        Visit visit = opened.visit();
        assertThat(visit.text()).contains("Mon parcours", "Bienvenue à tous", "Commencer le parcours");
        assertThat(visit.has("/sendings")).isFalse();
        assertThat(status(opened.participation())).isEqualTo("STARTED");

        visit.submit("/path");
        int questions = visit.play(true, true, false);
        assertThat(questions).isBetween(3, tool.bean(ContentApi.class).current().skillsOf(topics).size());
        assertThat(visit.path()).isEqualTo("/participations/" + opened.participation());
        assertThat(status(opened.participation())).isEqualTo("COMPLETED");
        assertThat(sendings(opened.participation())).isZero();
        int mastery = masteryByHand(opened.participation());
        assertThat(visit.text()).contains("Vous maîtrisez " + mastery + " % des acquis", "Bravo",
                "Votre enseignant ne voit rien tant que vous n'avez pas envoyé.");

        visit.submit("/sendings");
        assertThat(visit.text()).contains("Résultat envoyé à votre enseignant");
        assertThat(visit.has("/sendings")).isFalse();
        Record row = row(opened.participation());
        assertThat(row.get(CAMPAIGN_PARTICIPATION.STATUS)).isEqualTo("SENT");
        assertThat(row.get(CAMPAIGN_PARTICIPATION.MASTERY)).isEqualTo(mastery);
        assertThat(row.get(CAMPAIGN_PARTICIPATION.STAGE))
                .isEqualTo(mastery > 80 ? 3 : mastery > 50 ? 2 : mastery > 20 ? 1 : 0);
        assertThat(call(() -> db.fetchCount(CAMPAIGN_TOPIC_RESULT,
                CAMPAIGN_TOPIC_RESULT.PARTICIPATION_ID.eq(opened.participation())))).isEqualTo(topics.size());
    }

    @Test
    void sending_clicked_twice_sends_once_and_only_when_the_test_is_over() throws Exception {
        Opened opened = open(Campaign.Kind.ASSESSMENT, true, "Numéro d'élève");
        Visit visit = opened.visit();
        visit.submit("/path").play(true);
        List<Map.Entry<String, String>> fields = List.of(Map.entry("before", "0"), Map.entry("externalId", " 42 "),
                Map.entry("_csrf", csrf(visit)));
        java.net.URI action = visit.action("/sendings");
        try (ExecutorService clicks = Executors.newVirtualThreadPerTaskExecutor()) {
            Browser browser = visit.browser();
            List<Future<Reply>> both = List.of(
                    clicks.submit(() -> browser.sameBrowser().postOnly(action, fields)),
                    clicks.submit(() -> browser.sameBrowser().postOnly(action, fields)));
            for (Future<Reply> each : both) {
                assertThat(each.get().status()).isBetween(200, 303);
            }
        }
        assertThat(row(opened.participation()).get(CAMPAIGN_PARTICIPATION.EXTERNAL_ID)).isEqualTo("42");
        assertThat(visit.browser().postOnly(action, fields).status()).as("a third click, later").isEqualTo(302);
        assertThat(sendings(opened.participation())).isEqualTo(1);
    }

    private static String csrf(Visit visit) {
        return visit.fields("/sendings").stream().filter(field -> field.getKey().equals("_csrf")).findFirst()
                .orElseThrow().getValue();
    }

    @Test
    void what_the_teacher_asks_for_must_be_given_and_nothing_typed_is_lost() {
        Opened opened = open(Campaign.Kind.ASSESSMENT, false, "Numéro d'élève");
        Visit visit = opened.visit().submit("/path");
        visit.play(false);
        for (String given : List.of("x".repeat(256), " ")) {
            Reply refused = visit.browser().postOnly(visit.action("/sendings"), List.of(Map.entry("before", "0"),
                    Map.entry("externalId", given), Map.entry("_csrf", csrf(visit))));
            assertThat(refused.status()).isEqualTo(422);
            Visit again = Visit.at(visit.browser(), refused);
            assertThat(again.text()).contains(given.isBlank() ? "Remplissez ce champ" : "255 caractères au plus");
            assertThat(again.page().select("#external-id").val()).isEqualTo(given);
        }
        assertThat(status(opened.participation())).isEqualTo("COMPLETED");
    }

    @Test
    void a_result_below_all_is_improved_and_sent_again_where_that_is_wanted() {
        Opened opened = open(Campaign.Kind.ASSESSMENT, true, null);
        Visit visit = opened.visit().submit("/path");
        visit.play(false);
        visit.submit("/sendings");
        assertThat(row(opened.participation()).get(CAMPAIGN_PARTICIPATION.MASTERY)).isZero();

        visit.submit("/path").play(true);
        assertThat(status(opened.participation())).as("sent stays sent").isEqualTo("SENT");
        assertThat(row(opened.participation()).get(CAMPAIGN_PARTICIPATION.MASTERY)).isZero();
        visit.submit("/sendings");
        assertThat(row(opened.participation()).get(CAMPAIGN_PARTICIPATION.MASTERY)).isEqualTo(100);
        assertThat(sendings(opened.participation())).isEqualTo(2);
        assertThat(visit.text()).contains("Vos envois", "0 %", "100 %");
        assertThat(visit.has("/fresh-path")).as("starting over").isTrue();
        visit.submit("/fresh-path");
        assertThat(visit.toQuestion().question()).isEqualTo(1);
        assertThat(masteryByHand(opened.participation())).isZero();
    }

    @Test
    void an_exam_asks_everything_and_leaves_the_profile_alone() {
        Opened first = open(Campaign.Kind.ASSESSMENT, false, null);
        first.visit().submit("/path").play(true);
        int known = masteryByHand(first.participation());
        assertThat(known).isEqualTo(100);

        Opened exam = open(Campaign.Kind.EXAM, false, null);
        Visit visit = exam.visit().submit("/path");
        assertThat(visit.play(false)).isPositive();
        assertThat(visit.text()).contains("Vous maîtrisez 0 % des acquis");
        visit.submit("/sendings");
        assertThat(row(exam.participation()).get(CAMPAIGN_PARTICIPATION.MASTERY)).isZero();
        assertThat(masteryByHand(first.participation())).as("the profile").isEqualTo(100);
    }

    @Test
    void a_profile_is_sent_as_it_is() {
        Opened opened = open(Campaign.Kind.COLLECTION, true, null);
        assertThat(status(opened.participation())).isEqualTo("COMPLETED");
        Visit visit = opened.visit();
        assertThat(visit.text()).contains("Envoyez votre profil", "0 pix sur 896");
        visit.submit("/sendings");
        assertThat(row(opened.participation()).get(CAMPAIGN_PARTICIPATION.PIX)).isZero();
        assertThat(row(opened.participation()).get(CAMPAIGN_PARTICIPATION.CERTIFIABLE_COMPETENCES)).isZero();
        visit.submit("/sendings");
        assertThat(sendings(opened.participation())).isEqualTo(2);
    }

    @Test
    void what_was_sent_before_the_course_had_an_activity_for_it_comes_to_its_column() {
        Opened opened = open(Campaign.Kind.ASSESSMENT, false, null);
        opened.visit().submit("/path").play(true);
        opened.visit().submit("/sendings");
        Activity late = lms.addActivity("Après", Map.of("pixlti_target", "campaign:" + opened.campaign().id()), "1");
        Visit.open(lms, lms.teacher(), late);
        await().atMost(Duration.ofSeconds(20)).until(() -> lms.grade(late, pupil).isPresent());
        assertThat(lms.grade(late, pupil).map(Grade::value)).contains(100.0);
    }

    @Test
    void an_archived_campaign_takes_nobody_and_nothing_any_more() {
        Opened opened = open(Campaign.Kind.ASSESSMENT, false, null);
        opened.visit().submit("/path").play(true);
        Activity activity = lms.addActivity("Fermé", Map.of("pixlti_target", "campaign:" + opened.campaign().id()),
                "1");
        call(() -> {
            tool.bean(MadeCampaigns.class).archive(opened.campaign().id(),
                    new PersonId(row(opened.participation()).get(CAMPAIGN_PARTICIPATION.PERSON_ID)), Instant.now());
            return true;
        });
        assertThat(opened.visit().reload().has("/sendings")).isFalse();
        assertThat(opened.visit().text()).contains("archivé");
        assertThat(Visit.open(lms, lms.addPupil(), activity).path()).endsWith("/about");
    }

    @Test
    void another_persons_participation_does_not_exist() {
        Opened opened = open(Campaign.Kind.ASSESSMENT, false, null);
        Visit stranger = Visit.open(lms, lms.addPupil(), course);
        assertThat(stranger.goTo("/participations/" + opened.participation()).reply().status()).isEqualTo(404);
        for (String form : List.of("/path", "/fresh-path", "/sendings")) {
            Visit own = Visit.open(lms, lms.addPupil(), course);
            List<Map.Entry<String, String>> fields = new java.util.ArrayList<>(own.fields("/test"));
            fields.add(Map.entry("before", "0"));
            Reply reply = own.browser().postOnly(own.inside("/participations/" + opened.participation() + form),
                    fields);
            assertThat(reply.status()).as(form).isEqualTo(404);
        }
    }
}
