package fr.pixlti.tool.journey;

import static fr.pixlti.schema.Tables.CAMPAIGN_COMPETENCE_RESULT;
import static fr.pixlti.schema.Tables.CAMPAIGN_PARTICIPATION;
import static fr.pixlti.schema.Tables.CAMPAIGN_TOPIC_RESULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.TargetProfile;
import fr.pixlti.tool.demo.domain.Activity;
import fr.pixlti.tool.demo.domain.Grade;
import fr.pixlti.tool.demo.domain.Person;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.PlatformDouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import java.util.Objects;

/**
 * A teacher makes a campaign, 30 pupils open it, 22 send: what the teacher reads, what is exported and what the gradebook
 * gets is what the raw answers give when they are reckoned a second time.
 */
@ExtendWith(Journey.class)
class CampaignClassIT {

    private static final int PUPILS = 30;
    private static final int SENDERS = 22;
    /** They finish, and do not send. */
    private static final int FINISHERS = 27;
    private static final String PATH = "decouverte-college";

    private final PlatformDouble lms;
    private final ContentRelease release;
    private final DSLContext db;
    private final Transactions transactions;

    CampaignClassIT(PlatformDouble lms, Tool tool) {
        this.lms = lms;
        this.release = tool.bean(ContentApi.class).current();
        this.db = tool.bean(DSLContext.class);
        this.transactions = tool.bean(Transactions.class);
    }

    private UUID make(Visit teacher) {
        String courses = teacher.page().select("a[href*=/courses/][href$=/campaigns]").attr("href");
        assertThat(courses).as("way to the course's campaigns").isNotEmpty();
        teacher.goTo(courses.replaceFirst(Visit.PREFIX, "") + "/new");
        teacher.submit("/campaigns/new", Map.entry("name", "6e B, premier trimestre"),
                Map.entry("kind", "ASSESSMENT"), Map.entry("source", "CATALOGUE"), Map.entry("profile", PATH),
                Map.entry("title", "Découvrons le numérique"));
        assertThat(teacher.path()).startsWith("/campaigns/");
        return UUID.fromString(teacher.path().substring("/campaigns/".length()));
    }

    @Test
    void what_a_teacher_reads_of_a_class_is_what_the_answers_give() throws Exception {
        Activity first = lms.addActivity("Pour venir", Map.of("pixlti_target", "competence:1.1"), "1");
        Visit teacher = Visit.open(lms, lms.teacher(), first);
        UUID campaign = make(teacher);
        Activity activity = lms.addActivity("Découverte", Map.of("pixlti_target", "campaign:" + campaign), "1");
        Map<Person, UUID> participations = take(activity);
        assertThat(participations).hasSize(PUPILS);

        TargetProfile path = release.targetProfile(PATH).orElseThrow();
        Map<UUID, ByHand> senders = new HashMap<>();
        participations.forEach((pupil, participation) -> transactions.run(() -> {
            var row = db.selectFrom(CAMPAIGN_PARTICIPATION).where(CAMPAIGN_PARTICIPATION.ID.eq(participation))
                    .fetchSingle();
            ByHand byHand = ByHand.of(db, row.getPersonId(), campaign, path.topics(), release);
            if (row.getStatus().equals("SENT")) {
                senders.put(participation, byHand);
                assertThat(row.getMastery()).isEqualTo(byHand.mastery());
                assertThat(row.getValidated()).isEqualTo(byHand.validated());
                assertThat(row.getStage()).isEqualTo((int) path.stages().stream()
                        .filter(stage -> stage.threshold() <= byHand.mastery()).count() - 1);
                await().atMost(Duration.ofSeconds(20)).until(() -> lms.grade(activity, pupil).isPresent());
                assertThat(lms.grade(activity, pupil).map(Grade::value)).contains((double) byHand.mastery());
            } else {
                assertThat(lms.grade(activity, pupil)).as("nothing goes back before sending").isEmpty();
                assertThat(row.getMastery()).isNull();
            }
        }));
        assertThat(senders).hasSize(SENDERS);
        assertThat(senders.values().stream().map(ByHand::mastery).distinct().count()).as("a mixed class")
                .isGreaterThan(5);
        checkSums(campaign, senders);
    }

    private void checkSums(UUID campaign, Map<UUID, ByHand> senders) {
        Map<String, Double> urgency = ByHand.urgency(List.copyOf(senders.values()));
        transactions.run(() -> {
            db.selectFrom(CAMPAIGN_TOPIC_RESULT).where(CAMPAIGN_TOPIC_RESULT.CAMPAIGN_ID.eq(campaign)).forEach(row -> {
                ByHand one = Objects.requireNonNull(senders.get(row.getParticipationId()));
                assertThat(row.getValidated()).isEqualTo(one.validated(row.getTopic()));
                assertThat(row.getReached()).isEqualTo(one.reached(row.getTopic()));
                assertThat(row.getRecommendation() / 840.0).isCloseTo(one.recommendation(row.getTopic()),
                        within(1e-9));
            });
            assertThat(db.fetchCount(CAMPAIGN_TOPIC_RESULT, CAMPAIGN_TOPIC_RESULT.CAMPAIGN_ID.eq(campaign)))
                    .isEqualTo(SENDERS * urgency.size());
            db.selectFrom(CAMPAIGN_COMPETENCE_RESULT).where(CAMPAIGN_COMPETENCE_RESULT.CAMPAIGN_ID.eq(campaign))
                    .forEach(row -> assertThat(List.of(row.getValidated(), row.getSkills()))
                            .isEqualTo(Objects.requireNonNull(senders.get(row.getParticipationId())).byCompetence()
                                    .get(row.getCompetence())));
        });
    }

    /** Four at a time; each answers by a draw of their own. */
    private Map<Person, UUID> take(Activity activity) throws Exception {
        Map<Person, UUID> participations = new ConcurrentHashMap<>();
        List<Person> pupils = new ArrayList<>();
        for (int i = 0; i < PUPILS; i++) {
            pupils.add(lms.addPupil());
        }
        try (ExecutorService classroom = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < PUPILS; i++) {
                int number = i;
                all.add(classroom.submit(() -> participations.put(pupils.get(number),
                        take(activity, pupils.get(number), number))));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        return participations;
    }

    private UUID take(Activity activity, Person pupil, int number) {
        Visit visit = Visit.open(lms, Browser.framed(), pupil, activity);
        UUID participation = UUID.fromString(visit.path().substring("/participations/".length()));
        Random random = new Random(number);
        visit.submit("/path").toQuestion();
        int left = number < FINISHERS ? Integer.MAX_VALUE : 1 + random.nextInt(4);
        while (visit.question() > 0 && left-- > 0) {
            visit.answer(random.nextInt(PUPILS) < number + 3).toQuestion();
        }
        if (number < SENDERS) {
            visit.submit("/sendings");
            assertThat(visit.text()).contains("Résultat envoyé");
        }
        return participation;
    }
}
