package fr.pixlti.tool.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.pixlti.tool.campaign.domain.Campaign.Kind;
import fr.pixlti.tool.campaign.domain.CampaignTarget;
import fr.pixlti.tool.campaign.domain.MadeCampaigns;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.TargetProfile.Badge;
import fr.pixlti.tool.content.TargetProfile.CappedTopic;
import fr.pixlti.tool.content.TargetProfile.Stage;
import fr.pixlti.tool.content.Topic;
import fr.pixlti.tool.content.Words;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.testing.CourseRows;
import fr.pixlti.tool.testing.SentRows;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** How a teacher follows a campaign, looked at by axe-core, at 320 px and on a desk, in both languages. */
class FollowScreensIT extends InBrowser {

    private static final List<String> GIVEN = List.of("Adèle", "Bastien", "Chloé", "Djibril", "Emma", "Farid", "Gaëlle",
            "Hugo", "Inès", "Jules", "Kenza", "Léo");
    private static final List<String> FAMILY = List.of("Benali", "Caron", "Dupont-Aignan de la Tour", "Évrard",
            "Ferrand");

    private final Looked looked = new Looked(1280, 360);

    @Autowired
    DSLContext database;
    @Autowired
    Transactions transactions;
    @Autowired
    MadeCampaigns made;
    @Autowired
    ContentApi content;

    private Page page;
    private CourseRows course;
    private PersonId teacher;
    private String prefix;

    @ParameterizedTest
    @ValueSource(strings = {"fr-FR", "en-GB"})
    void a_teacher_follows_an_assessment(String language) {
        enter(language);
        SentRows rows = assessment();
        UUID first = fill(rows);
        String campaign = prefix + "/campaigns/" + rows.id();

        page.navigate(campaign + "/participants");
        assertThat(page.locator("main > table tbody tr").count()).isEqualTo(50);
        looked.at(page, "participants");
        page.locator("a[rel=next]").click();
        page.waitForURL("**page=1*");
        assertThat(page.locator("main > table tbody tr").count()).isEqualTo(10);
        page.fill("#q", "ELODIE dupont");
        page.selectOption("#state", "SENT");
        page.locator("form[role=search] button").click();
        page.waitForURL("**q=ELODIE*");
        assertThat(page.locator("main > table").count()).isZero();
        looked.at(page, "nobody found");
        page.fill("#q", "benali");
        page.selectOption("#sort", "RESULT");
        page.locator("form[role=search] button").click();
        page.waitForURL("**sort=RESULT*");
        assertThat(page.locator("main > table tbody tr").count()).isPositive();
        looked.at(page, "participants found");

        page.navigate(campaign + "/participants?state=COMPLETED");
        page.locator("td button").first().click();
        page.waitForURL("**reminded=1*");
        assertThat(page.url()).contains("state=COMPLETED");
        page.locator("details > summary").all().forEach(summary -> summary.click());
        looked.at(page, "a pupil reminded");

        page.navigate(campaign + "/participants/" + first);
        looked.at(page, "one participant");
        page.navigate(campaign + "/results");
        page.locator("details:has(.topics) > summary").click();
        page.locator(".topics .needs").waitFor();
        looked.at(page, "collective results");
        page.navigate(campaign + "/analysis");
        looked.at(page, "analysis");
        page.locator("details.lesson > summary").first().click();
        page.locator("details.lesson[open] #lesson").waitFor();
        looked.at(page, "analysis with a lesson");
        page.navigate(campaign + "/analysis");
        page.selectOption("#group", new com.microsoft.playwright.options.SelectOption().setLabel("3A"));
        page.locator("form:has(#group) button").click();
        page.waitForURL("**group=*");
        assertThat(page.locator(".needs > li").count()).isEqualTo(9);
        page.navigate(page.url().replaceFirst("/analysis.*", "/lessons/") + content.current().topicsOf("1.1")
                .getFirst().id());
        looked.at(page, "lesson");

        assertThat(looked.faults()).isEmpty();
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language.substring(0, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr-FR", "en-GB"})
    void a_teacher_follows_a_collection_and_one_that_nobody_began(String language) {
        enter(language);
        SentRows rows = new SentRows(database, transactions, made, Kind.COLLECTION, course.id(), teacher,
                "Profils de seconde", null);
        UUID unsent = rows.unsent(course.learner("Louis", "Pouzin"), "pouzin louis", "STARTED");
        UUID sent = null;
        for (int i = 0; i < 24; i++) {
            sent = rows.sentProfile(course.learner(GIVEN.get(i % 12), FAMILY.get(i % 5)), "p" + i,
                    "2026-11-%02d 10:00:00".formatted(1 + i % 6), 35 + i * 7, i % 9);
            for (String code : content.current().topicsByCompetence().keySet().stream().limit(16).toList()) {
                rows.level(sent, code, i % 30, i % 30 / 8);
            }
        }
        String campaign = prefix + "/campaigns/" + rows.id();
        page.navigate(campaign + "/participants");
        looked.at(page, "profiles");
        page.navigate(campaign + "/participants/" + unsent);
        looked.at(page, "a profile not sent");
        page.navigate(campaign + "/participants/" + sent);
        looked.at(page, "a profile");
        page.navigate(campaign + "/results");
        looked.at(page, "all profiles");

        SentRows empty = assessment();
        for (String tab : List.of("participants", "results", "analysis")) {
            page.navigate(prefix + "/campaigns/" + empty.id() + "/" + tab);
            looked.at(page, "nobody yet: " + tab);
        }
        assertThat(looked.faults()).isEmpty();
    }

    private void enter(String language) {
        page = use(Chromium.open(driver(), language)).page();
        new Visitor(page, port).open(Visitor.TEACHER, Visitor.SEARCHING);
        prefix = page.url().replaceFirst("/campaigns/.*", "");
        String campaign = page.url().replaceFirst(".*/campaigns/([^/]+)/.*", "$1");
        course = new CourseRows(database, transactions, transactions.call(() -> database
                .fetchSingle("SELECT course_id FROM campaign_campaign WHERE id = '" + campaign + "'")
                .get(0, UUID.class)));
        teacher = transactions.call(() -> new PersonId(database.fetchSingle("SELECT person_id FROM people_identity"
                + " WHERE subject = '" + Visitor.TEACHER + "'").get(0, UUID.class)));
    }

    private SentRows assessment() {
        List<CappedTopic> topics = Stream.of("1.1", "2.1", "4.2")
                .flatMap(code -> content.current().topicsOf(code).stream().limit(3))
                .map(topic -> new CappedTopic(topic.id(), 5)).toList();
        return new SentRows(database, transactions, made, Kind.ASSESSMENT, course.id(), teacher,
                "Lecture à l’écran, groupe de seconde",
                new CampaignTarget(topics,
                        List.of(new Stage(0, null), new Stage(21, null), new Stage(51, null), new Stage(81, null)),
                        List.of(new Badge("web", new Words(Map.of("fr", "Le web", "en", "The web")),
                                new Words(Map.of("fr", "")), null, List.of()),
                                new Badge("mail", new Words(Map.of("fr", "Le courriel", "en", "E-mail")),
                                        new Words(Map.of("fr", "")), null, List.of())),
                        false));
    }

    /** 60 participants: 48 sent, 6 finished, 6 under way; 40 who never came. @return one who sent twice */
    private UUID fill(SentRows rows) {
        List<Topic> topics = Stream.of("1.1", "2.1", "4.2")
                .flatMap(code -> content.current().topicsOf(code).stream().limit(3)).toList();
        UUID twice = new UUID(0, 0);
        PersonId last = teacher;
        for (int i = 0; i < 60; i++) {
            String family = FAMILY.get(i % 5);
            PersonId person = course.learner(GIVEN.get(i / 5), family);
            String name = family.toLowerCase(java.util.Locale.ROOT).replace("é", "e").replace('-', ' ') + " " + i;
            if (i >= 48) {
                rows.unsent(person, name, i < 54 ? "COMPLETED" : "STARTED");
                continue;
            }
            int mastery = i * 37 % 101;
            UUID part = rows.sent(person, name, "2026-11-%02d 10:00:00".formatted(1 + i % 9), mastery,
                    mastery * 36 / 100, mastery > 80 ? 3 : mastery > 50 ? 2 : mastery > 20 ? 1 : 0);
            for (String competence : List.of("1.1", "2.1", "4.2")) {
                rows.competence(part, competence, 12, mastery * 12 / 100);
            }
            for (int t = 0; t < topics.size(); t++) {
                rows.topic(part, topics.get(t).id(), 1, (mastery + t * 10) / 25,
                        Math.min(10_000, mastery * 50 + t * 900));
            }
            if (mastery > 60) {
                rows.badge(part, "web");
            }
            twice = i == 30 ? part : twice;
            last = person;
        }
        rows.sentAgain(twice, 2, "2026-11-12 09:30:00", 71, 2);
        course.group("3A", last);
        for (int i = 0; i < 40; i++) {
            course.learner("Élève", "Absent " + i);
        }
        return twice;
    }
}
