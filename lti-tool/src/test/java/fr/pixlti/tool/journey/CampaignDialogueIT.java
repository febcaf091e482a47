package fr.pixlti.tool.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.content.Topic;
import fr.pixlti.tool.demo.domain.Activity;
import fr.pixlti.tool.demo.domain.Person;
import fr.pixlti.tool.demo.wire.IdTokens;
import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.PlatformDouble;
import fr.pixlti.tool.testing.Reply;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Campaigns and the platform: chosen in its dialogue, made on the way, found in a copied course. */
@ExtendWith(Journey.class)
class CampaignDialogueIT extends CampaignCourse {

    CampaignDialogueIT(PlatformDouble lms, Tool tool) {
        super(lms, tool);
    }

    @Test
    void a_campaign_made_on_the_way_from_the_dialogue_is_ticked_there_and_becomes_an_activity() {
        Browser browser = Browser.framed();
        Visit dialogue = Visit.of(browser, lms.content(browser, lms.teacher()));
        String back = dialogue.path();
        dialogue.goTo(href(dialogue, "/campaigns/new?back=" + back));
        String name = "Composée " + UUID.randomUUID();
        Topic topic = anyTopic();
        Visit ticked = create(dialogue, field("name", name), field("kind", "ASSESSMENT"), field("source", "COMPOSED"),
                field("topics", topic.id() + ":" + topic.maxLevel()), field("title", name));
        assertThat(ticked.path()).isEqualTo(back);
        Element entry = ticked.page().selectFirst("input[name=target][checked]");
        assertThat(entry).isNotNull();
        assertThat(entry.attr("value")).startsWith("campaign:");
        assertThat(entry.parent().text()).contains(name);

        Activity added = add(ticked, entry.attr("value"));
        assertThat(added.custom()).containsEntry("pixlti_target", entry.attr("value"));
        assertThat(lms.columns(added)).first().satisfies(column -> assertThat(column.maximum()).isEqualTo(100));
        Visit teacher = Visit.open(lms, lms.teacher(), added);
        assertThat(teacher.path()).isEqualTo("/campaigns/" + entry.attr("value").substring("campaign:".length()));
        assertThat(opened(lms.addPupil(), added)).startsWith("/participations/");
    }

    @Test
    void a_collection_chosen_in_the_dialogue_is_made_at_once() {
        Browser browser = Browser.framed();
        Visit dialogue = Visit.of(browser, lms.content(browser, lms.teacher()));
        assertThat(dialogue.page().select("input[name=target][value=collection]")).hasSize(1);
        Activity added = add(dialogue, "collection");
        assertThat(added.custom().get("pixlti_target")).startsWith("campaign:");
        assertThat(Visit.open(lms, lms.teacher(), added).text()).contains("Collecte de profils");
    }

    @Test
    void a_link_never_set_up_may_become_a_collection() {
        Activity unset = lms.addActivity("À régler", Map.of(), "1");
        Visit teacher = Visit.open(lms, lms.teacher(), unset).submit("/lti/pick", field("target", "collection"));
        assertThat(teacher.path()).matches("/campaigns/[0-9a-f-]{36}");
        assertThat(teacher.text()).contains("À régler", "Collecte de profils");
        assertThat(Visit.open(lms, lms.teacher(), unset).path()).isEqualTo(teacher.path());
    }

    @Test
    void a_link_copied_to_another_course_leads_to_a_campaign_of_its_own_with_the_same_settings() {
        Visit made = collection("Profils copiés");
        String target = "campaign:" + made.path().substring("/campaigns/".length());
        Activity link = lms.addActivity("Profils", Map.of("pixlti_target", target), "1");
        assertThat(at(lms.teacher(), course, link).path()).isEqualTo(made.path());

        String other = "other-" + course;
        Visit copy = at(lms.teacher(), other, link);
        assertThat(copy.path()).matches("/campaigns/[0-9a-f-]{36}").isNotEqualTo(made.path());
        assertThat(copy.text()).contains("Profils copiés");
        assertThat(copy.page().select("#code").text()).matches(CODE)
                .isNotEqualTo(made.page().select("#code").text());
        assertThat(at(lms.teacher(), other, link).path()).isEqualTo(copy.path());
        assertThat(copy.page().select("#origin a").attr("href")).endsWith(made.path());
        assertThat(made.page().select("#origin")).isEmpty();
        Person elsewhere = lms.addPupil();
        assertThat(teaching(elsewhere, other, link).page().select("#origin")).as("who does not teach there").isEmpty();
        made.submit("/archive");
        assertThat(copy.reload().text()).doesNotContain("archivée :");
    }

    /** Where a launch leads, whatever is there. */
    private String opened(Person person, Activity link) {
        return Visit.open(lms, person, link).path();
    }

    /** From the dialogue to the course. */
    private Activity add(Visit dialogue, String target) {
        Reply chosen = dialogue.browser().get(dialogue.inside(dialogue.path() + "/items?target=" + target).toString());
        Visit items = Visit.at(dialogue.browser(), chosen);
        Reply posting = items.browser().postOnly(dialogue.inside(dialogue.path()),
                items.fields(dialogue.path().replaceFirst(".*/", "/")));
        assertThat(posting.status()).as(posting.body()).isEqualTo(200);
        return lms.saveContent(dialogue.browser(), dialogue.browser().submit(posting.form())).getFirst();
    }

    /** Somebody else who teaches in a course. */
    private Visit teaching(Person person, String where, Activity link) {
        Browser browser = Browser.framed();
        return Visit.of(browser, lms.launch(browser, lms.teacher(), link).claims(claims -> {
            claims.put("sub", "prof-" + person.id());
            claims.put(IdTokens.LTI + "context", Map.of("id", where, "title", "Cours"));
            claims.put(IdTokens.LTI + "resource_link", Map.of("id", link.id() + "@" + where));
            claims.remove(IdTokens.AGS);
        }));
    }
}
