package fr.pixlti.tool.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.content.Topic;
import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.PlatformDouble;
import fr.pixlti.tool.testing.Reply;
import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A teacher makes campaigns and looks after them; pupils join by code. */
@ExtendWith(Journey.class)
class MadeCampaignsIT extends CampaignCourse {

    MadeCampaignsIT(PlatformDouble lms, Tool tool) {
        super(lms, tool);
    }

    @Test
    void a_campaign_composed_topic_by_topic_is_made_found_in_the_list_and_joined_by_its_code() {
        Visit teacher = teacher();
        teacher.goTo(campaigns(teacher));
        assertThat(own(teacher)).isEmpty();
        assertThat(teacher.page().select("tbody tr")).as("there by itself").singleElement()
                .satisfies(row -> assertThat(row.text()).contains("SOS élève non certifiable", "Pix LTI"));
        teacher.goTo(href(teacher, "/campaigns/new"));

        Topic topic = anyTopic();
        String target = topic.id() + ":" + topic.maxLevel();
        Visit made = create(teacher, field("name", "3e B, novembre"), field("kind", "EXAM"),
                field("source", "COMPOSED"), field("topics", ""), field("topics", target),
                field("landingText", "**Bonjour** <script>alert(1)</script>"));

        assertThat(made.path()).matches("/campaigns/[0-9a-f-]{36}");
        assertThat(made.text()).contains("3e B, novembre", "Examen", "Sujets composés par vous", topic.title(),
                "1 sujet", "0participant");
        assertThat(made.page().select(".prose strong").text()).isEqualTo("Bonjour");
        assertThat(made.page().select(".prose script")).isEmpty();
        String code = made.page().select("#code").text();
        assertThat(code).matches(CODE);
        assertThat(made.page().select("#link").text()).endsWith("/campaigns/" + code);

        Visit pupil = pupil();
        pupil.goTo("/campaigns/join");
        Reply joined = post(pupil, "/campaigns/join",
                List.of(field("code", " " + code.substring(0, 6).toLowerCase(Locale.ROOT) + "-" + code.substring(6))));
        String participation = where(joined);
        assertThat(participation).matches("/participations/[0-9a-f-]{36}");
        Reply byLink = pupil.browser().getOnly(pupil.inside("/campaigns/" + code).toString());
        assertThat(where(byLink)).as("by the link").isEqualTo(participation);
        assertThat(where(teacher.browser().getOnly(teacher.inside("/campaigns/" + code).toString())))
                .as("its teacher").isEqualTo(made.path());

        teacher.goTo(campaigns(teacher()));
        assertThat(own(teacher)).singleElement().satisfies(row -> {
            assertThat(row.text()).contains("3e B, novembre", code, "Examen", lms.teacher().fullName());
            assertThat(row.select("td").get(2).text()).isEqualTo("1");
        });
    }

    @Test
    void what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost() {
        Visit teacher = teacher();
        teacher.goTo(campaigns(teacher) + "/new");
        Topic topic = anyTopic();
        List<Entry<String, String>> fields = form(teacher, field("name", " "), field("kind", "ASSESSMENT"),
                field("source", "CATALOGUE"), field("title", "T".repeat(256)), field("landingText", "x".repeat(5001)),
                field("topics", topic.id() + ":" + topic.maxLevel()), field("externalIdLabel", "Numéro, ou rien"));
        Reply refused = teacher.browser().postOnly(teacher.inside(campaigns(teacher()) + "/new"), fields);

        assertThat(refused.status()).isEqualTo(422);
        Visit seen = Visit.at(teacher.browser(), refused);
        assertThat(seen.page().select("#name-fault").text()).isEqualTo("Donnez un nom à la campagne.");
        assertThat(seen.page().select("#target-fault").text()).contains("Choisissez un parcours");
        assertThat(seen.page().select("#title-fault").text()).contains("255");
        assertThat(seen.page().select("#landingText-fault").text()).contains("5 000");
        assertThat(seen.page().select("#landingText").text()).hasSize(5001);
        assertThat(seen.page().select("#externalIdLabel").attr("value")).isEqualTo("Numéro, ou rien");
        assertThat(seen.page().select("option[value=" + topic.id() + ":" + topic.maxLevel() + "]").hasAttr("selected"))
                .isTrue();
    }

    @Test
    void a_form_that_is_sent_twice_makes_one_campaign() {
        Visit teacher = teacher();
        teacher.goTo(campaigns(teacher) + "/new");
        List<Entry<String, String>> fields = form(teacher, field("name", "Profils"), field("kind", "COLLECTION"));
        String path = campaigns(teacher()) + "/new";
        String first = where(teacher.browser().postOnly(teacher.inside(path), fields));
        assertThat(where(teacher.browser().postOnly(teacher.inside(path), fields))).isEqualTo(first);
        teacher.goTo(campaigns(teacher()));
        assertThat(own(teacher)).hasSize(1);
    }

    @Test
    void of_two_teachers_who_edit_at_once_the_second_sees_what_the_first_wrote() {
        Visit first = collection("Profils");
        Visit second = teacher().goTo(first.path() + "/edit");
        first.goTo(first.path() + "/edit");
        Reply saved = post(first, first.path(), replaced(first.fields("/edit"), field("name", "Profils de 3e"),
                field("action", "save")));
        assertThat(first.see(saved).text()).contains("Profils de 3e");

        Reply overtaken = post(second, second.path(),
                replaced(second.fields("/edit"), field("name", "Profils B"), field("landingText", "Mon texte"),
                        field("action", "save")));
        assertThat(overtaken.status()).isEqualTo(409);
        Visit seen = Visit.at(second.browser(), overtaken);
        assertThat(seen.text()).contains("Un autre enseignant a modifié", "Enregistré entre-temps : Profils de 3e");
        assertThat(seen.page().select("#name").attr("value")).isEqualTo("Profils B");
        assertThat(seen.page().select("#landingText").text()).isEqualTo("Mon texte");

        Reply again = post(seen, seen.path(), replaced(seen.fields("/edit"), field("action", "save")));
        assertThat(again.status()).isEqualTo(302);
        assertThat(seen.goTo(where(again)).text()).contains("Profils B", "Mon texte");
    }

    @Test
    void an_archived_campaign_takes_nobody_and_keeps_who_was_there() {
        Visit made = collection("Profils");
        String code = made.page().select("#code").text();
        Visit early = pupil();
        String participation = where(post(early, "/campaigns/join", List.of(field("code", code))));
        made.submit("/archive");
        assertThat(made.text()).contains("Cette campagne est archivée");

        Visit late = pupil();
        Reply refused = post(late, "/campaigns/join", List.of(field("code", code)));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("Cette campagne est terminée");
        assertThat(where(post(early, "/campaigns/join", List.of(field("code", code))))).isEqualTo(participation);

        String list = campaigns(teacher());
        assertThat(own(teacher().goTo(list))).isEmpty();
        Visit archived = teacher().goTo(list + "?archived=true");
        assertThat(archived.page().select("tbody tr")).hasSize(1);
        archived.submit("/restore");
        assertThat(where(post(late, "/campaigns/join", List.of(field("code", code))))).startsWith("/participations/");
    }

    @Test
    void unknown_codes_are_said_to_be_and_too_many_of_them_end_it_for_a_while() {
        Visit pupil = pupil().goTo("/campaigns/join");
        for (int i = 0; i < 10; i++) {
            Reply unknown = post(pupil, "/campaigns/join", List.of(field("code", "zzzzzz99" + i)));
            assertThat(unknown.status()).isEqualTo(422);
            assertThat(unknown.body()).contains("Ce code n&#39;existe pas", "zzzzzz99" + i);
        }
        assertThat(post(pupil, "/campaigns/join", List.of(field("code", "zzzzzz999"))).status()).isEqualTo(429);
        assertThat(post(pupil(), "/campaigns/join", List.of(field("code", ""))).body()).contains("Saisissez le code");
    }

    @Test
    void who_comes_by_the_link_without_a_session_is_told_how_to_come_with_one() {
        String code = collection("Profils").page().select("#code").text();
        Reply french = Browser.window().get(tool.url() + "/campaigns/" + code);
        assertThat(french.status()).isEqualTo(200);
        assertThat(french.body()).contains("Rejoindre une campagne Pix", code).doesNotContain("Profils");
        Reply english = Browser.window().speaking("en-GB").get(tool.url() + "/campaigns/" + code);
        assertThat(english.body()).contains("Join a Pix campaign", code);
        assertThat(Browser.window().getOnly(tool.url() + "/campaigns/join").status()).isEqualTo(401);
    }

    @Test
    void a_pupil_finds_no_page_of_the_teachers() {
        Visit made = collection("Profils");
        Visit pupil = pupil();
        for (String path : List.of(made.path(), made.path() + "/edit", campaigns(teacher()),
                campaigns(teacher()) + "/new")) {
            assertThat(pupil.browser().getOnly(pupil.inside(path).toString()).status()).as(path).isEqualTo(404);
        }
    }

    /** Lines of the list, that of the standing campaign aside. */
    private static List<Element> own(Visit list) {
        return list.page().select("tbody tr").stream().filter(row -> !row.text().contains("SOS")).toList();
    }
}
