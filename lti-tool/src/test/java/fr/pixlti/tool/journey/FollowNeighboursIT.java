package fr.pixlti.tool.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import fr.pixlti.tool.campaign.domain.Campaign.Kind;
import fr.pixlti.tool.campaign.domain.CampaignTarget;
import fr.pixlti.tool.campaign.domain.MadeCampaigns;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.TargetProfile.CappedTopic;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.CourseRows;
import fr.pixlti.tool.testing.PlatformDouble;
import fr.pixlti.tool.testing.SentRows;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever is no teacher of a campaign's course meets nothing of what its teachers see, and reminds nobody. */
@ExtendWith(Journey.class)
class FollowNeighboursIT {

    /** Each handler, and its path in a campaign: of one participation, of a topic. */
    private static final Map<String, String> PATHS = Map.of(
            "GET /campaigns/{id}/participants", "/participants?q=a&state=STARTED&sort=RESULT",
            "GET /campaigns/{id}/participants/{participation}", "/participants/%s",
            "GET /campaigns/{id}/analysis", "/analysis",
            "GET /campaigns/{id}/lessons/{topic}", "/lessons/%2$s",
            "GET /campaigns/{id}/results", "/results",
            "POST /campaigns/{id}/reminders", "/reminders",
            "POST /campaigns/{id}/participants/{participation}/reminders", "/participants/%s/reminders");

    private final PlatformDouble lms;
    private final Tool tool;

    FollowNeighboursIT(PlatformDouble lms, Tool tool) {
        this.lms = lms;
        this.tool = tool;
    }

    /** What is tried here. */
    static Set<String> handlers() {
        return PATHS.keySet();
    }

    @TestFactory
    Stream<DynamicTest> only_teachers_of_the_course_follow_a_campaign() {
        Scene scene = Scene.set(lms);
        Rows rows = fill(scene);
        return PATHS.entrySet().stream().map(each -> dynamicTest(each.getKey(), () -> {
            String path = "/campaigns/" + rows.campaign() + each.getValue().formatted(rows.participation(),
                    rows.topic());
            boolean post = each.getKey().startsWith("POST");
            String before = reminders();
            assertThat(status(post, scene.owner(), path)).as("who takes part").isEqualTo(404);
            assertThat(status(post, scene.fellow(), path)).as("another learner").isEqualTo(404);
            assertThat(status(post, scene.stranger(), path)).as("a teacher of another course").isEqualTo(404);
            assertThat(withoutSession(post, scene.teacher(), path)).as("nobody").isIn(401, 403);
            if (each.getValue().contains("%s")) {
                String theirs = path.replace(rows.campaign(), rows.otherCampaign());
                assertThat(status(post, scene.teacher(), theirs)).as("of another campaign").isEqualTo(404);
            }
            if (post) {
                assertThat(scene.teacher().browser().postOnly(scene.teacher().inside(path), List.of()).status())
                        .as("without token").isEqualTo(403);
            }
            assertThat(reminders()).isEqualTo(before);
            assertThat(status(post, scene.teacher(), path)).as("who may").isLessThan(400);
        }));
    }

    private record Rows(String campaign, String otherCampaign, String participation, String topic) {}

    private Rows fill(Scene scene) {
        DSLContext database = tool.bean(DSLContext.class);
        Transactions transactions = tool.bean(Transactions.class);
        String activity = scene.campaign().replace("/campaigns/", "");
        UUID course = transactions.call(() -> database
                .fetchSingle("SELECT course_id FROM campaign_campaign WHERE id = ?", UUID.fromString(activity)))
                .get(0, UUID.class);
        String topic = tool.bean(ContentApi.class).current().topicsOf("1.1").getFirst().id();
        CampaignTarget target = new CampaignTarget(List.of(new CappedTopic(topic, 3)), List.of(), List.of(), false);
        PersonId maker = new PersonId(UUID.randomUUID());
        MadeCampaigns made = tool.bean(MadeCampaigns.class);
        SentRows rows = new SentRows(database, transactions, made, Kind.ASSESSMENT, course, maker, "Bilan", target);
        SentRows other = new SentRows(database, transactions, made, Kind.EXAM, course, maker, "Autre", target);
        PersonId pupil = new CourseRows(database, transactions, course).learner("Ada", "Lovelace");
        return new Rows(rows.id().toString(), other.id().toString(),
                rows.unsent(pupil, "lovelace ada", "COMPLETED").toString(), topic);
    }

    private String reminders() {
        DSLContext database = tool.bean(DSLContext.class);
        return tool.bean(Transactions.class)
                .call(() -> database.fetch("SELECT * FROM campaign_reminder ORDER BY 1, 2").formatCSV());
    }

    private static int status(boolean post, Visit who, String path) {
        URI address = who.inside(path);
        return post
                ? who.browser().postOnly(address, NeighboursIT.withToken(who, List.of())).status()
                : who.browser().getOnly(address.toString()).status();
    }

    private static int withoutSession(boolean post, Visit who, String path) {
        Browser nobody = Browser.window();
        return post
                ? nobody.postOnly(who.inside(path), NeighboursIT.withToken(who, List.of())).status()
                : nobody.getOnly(who.inside(path).toString()).status();
    }
}
