package fr.pixlti.tool.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.Topic;
import fr.pixlti.tool.demo.domain.Activity;
import fr.pixlti.tool.demo.domain.Person;
import fr.pixlti.tool.demo.wire.IdTokens;
import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.PlatformDouble;
import fr.pixlti.tool.testing.Reply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map.Entry;
import java.util.Map;
import java.util.UUID;

/** A course in which a teacher makes campaigns, for tests of that. */
abstract class CampaignCourse {

    static final String CODE = "[BCDFGHJKMPQRTVWXY]{6}[2346789]{3}";

    final PlatformDouble lms;
    final Tool tool;
    final String course = UUID.randomUUID().toString();
    private final Activity activity;

    CampaignCourse(PlatformDouble lms, Tool tool) {
        this.lms = lms;
        this.tool = tool;
        this.activity = lms.addActivity("Rechercher", Map.of("pixlti_target", "competence:1.1"), "1");
    }

    Visit collection(String name) {
        Visit teacher = teacher();
        teacher.goTo(campaigns(teacher) + "/new");
        return create(teacher, field("name", name), field("kind", "COLLECTION"));
    }

    /** Sends the form of a new campaign, filled in. */
    @SafeVarargs
    final Visit create(Visit teacher, Entry<String, String>... fields) {
        Reply created = teacher.browser().postOnly(teacher.action("/campaigns/new"), form(teacher, fields));
        assertThat(created.status()).as(created.body()).isEqualTo(302);
        return teacher.see(created);
    }

    @SafeVarargs
    static List<Entry<String, String>> form(Visit teacher, Entry<String, String>... fields) {
        List<Entry<String, String>> all = replaced(teacher.fields("/campaigns/new"), fields);
        all.removeIf(field -> field.getKey().equals("action"));
        return all;
    }

    /** Each field named takes the place of what the form has under its name. */
    @SafeVarargs
    static List<Entry<String, String>> replaced(List<Entry<String, String>> form,
            Entry<String, String>... fields) {
        List<Entry<String, String>> all = new ArrayList<>(form);
        all.removeIf(field -> Arrays.stream(fields).anyMatch(each -> each.getKey().equals(field.getKey())));
        all.addAll(List.of(fields));
        return all;
    }

    Visit teacher() {
        return at(lms.teacher(), course, activity);
    }

    Visit pupil() {
        return at(lms.addPupil(), course, activity);
    }

    Visit at(Person person, String where, Activity link) {
        Browser browser = Browser.framed();
        return Visit.of(browser, lms.launch(browser, person, link).claims(claims -> {
            claims.put(IdTokens.LTI + "context", Map.of("id", where, "title", "Cours"));
            claims.put(IdTokens.LTI + "resource_link", Map.of("id", link.id() + "@" + where));
            claims.remove(IdTokens.AGS);
        }));
    }

    /** Path of the list of campaigns. */
    static String campaigns(Visit teacher) {
        return href(teacher, "/campaigns");
    }

    static String href(Visit visit, String end) {
        return visit.page().select("a[href]").eachAttr("href").stream().map(href -> href.replaceFirst(Visit.PREFIX, ""))
                .filter(href -> href.startsWith("/courses/") && href.endsWith(end)).findFirst()
                .orElseThrow(() -> new AssertionError("No way to " + end + ": " + visit.text()));
    }

    static Reply post(Visit who, String path, List<Entry<String, String>> fields) {
        List<Entry<String, String>> all = new ArrayList<>(fields);
        all.removeIf(field -> field.getKey().equals("_csrf"));
        return who.browser().postOnly(who.inside(path), NeighboursIT.withToken(
                who.page().select("input[name=_csrf]").isEmpty()
                        ? Visit.at(who.browser(),
                                who.browser().get(who.inside("/campaigns/join").toString()))
                        : who,
                all));
    }

    static String where(Reply reply) {
        return reply.redirect().orElseThrow(() -> new AssertionError(reply.status() + reply.body())).getPath()
                .replaceFirst(Visit.PREFIX, "");
    }

    Topic anyTopic() {
        return tool.bean(ContentApi.class).current().topicsOf("1.1").getFirst();
    }

    static Entry<String, String> field(String name, String value) {
        return Map.entry(name, value);
    }
}
