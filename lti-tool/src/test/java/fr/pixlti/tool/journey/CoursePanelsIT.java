package fr.pixlti.tool.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.pixlti.tool.demo.domain.Activity;
import fr.pixlti.tool.demo.domain.Person;
import fr.pixlti.tool.demo.wire.IdTokens;
import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.Reply;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.MessageSource;

/** What stands around a teacher's results, as HTML and in both languages: roster, groups, who left, a copy's origin. */
class CoursePanelsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static RosterOffice office;

    private final String course = UUID.randomUUID().toString();
    private Person ada;
    private Person bob;
    private Person cyd;
    private String language = "fr";

    @BeforeAll
    static void open() {
        office = RosterOffice.open();
    }

    @BeforeEach
    void comeAnew() {
        ada = office.lms().addPupil();
        bob = office.lms().addPupil();
        cyd = office.lms().addPupil();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    /** Opens an activity in a course. @param custom what the link says further */
    private Visit visit(String sub, Person person, Activity activity, String where, Map<String, String> custom) {
        Browser browser = Browser.framed();
        return Visit.of(browser, office.lms().launch(browser, person, activity).claims(claims -> {
            Map<String, Object> all = new LinkedHashMap<>(Map.of("pixlti_target", "competence:1.1"));
            all.putAll(custom);
            claims.put("sub", sub);
            claims.put(IdTokens.LTI + "custom", all);
            claims.put(IdTokens.LTI + "context", Map.of("id", where, "title", "Cours " + where));
            claims.put(IdTokens.LTI + "launch_presentation", Map.of("locale", language, "document_target", "iframe"));
            claims.put(RosterOffice.NRPS, office.claim(where));
            claims.remove(IdTokens.AGS);
        }));
    }

    private Visit visit(Person person, Activity activity, String where, Map<String, String> custom) {
        return visit(person.id(), person, activity, where, custom);
    }

    private static Activity activity() {
        return office.lms().addActivity("Rechercher", Map.of(), "1");
    }

    private String say(String key, Object... args) {
        String text = office.tool().bean(MessageSource.class).getMessage(key, args, Locale.of(language));
        return text.replaceAll("\\s+", " ").strip();
    }

    /** A page that is whole: in the language, without a key or a placeholder that nobody filled in. */
    private Document whole(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        Document page = Jsoup.parse(reply.body(), reply.uri().toString());
        assertThat(page.select("html").attr("lang")).isEqualTo(language);
        assertThat(page.select("main").text()).isNotEmpty().doesNotContain("??", "{0", "{1", "null");
        assertThat(page.select("main [href], main [action]")).isNotEmpty()
                .allSatisfy(each -> assertThat(each.attr(each.hasAttr("href") ? "href" : "action"))
                        .matches("/~[0-9a-f]{10}/.*"));
        return page;
    }

    private static Element panel(Document page, String labelledBy) {
        return Objects.requireNonNull(page.selectFirst("section[aria-labelledby=" + labelledBy + "]"),
                () -> labelledBy + " is not on the page: " + page.select("main").text());
    }

    private static List<String> names(Element page) {
        return page.select("tbody th").eachText();
    }

    /** The table of those in the course, which is the page's own. */
    private static List<String> inCourse(Document page) {
        return names(Objects.requireNonNull(page.selectFirst("main > table, main > div > table")));
    }

    private Document read(Visit teacher, String text) {
        await().atMost(PATIENCE).until(() -> teacher.reload().page().select("section[aria-labelledby=roster]").text()
                .contains(text) && !teacher.text().contains(say("campaign.roster.reading")));
        return whole(teacher.reply());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void a_roster_is_shown_and_read_again_when_a_teacher_asks_and_who_left_is_named_apart(String spoken) {
        language = spoken;
        Activity activity = activity();
        office.names(course, ada, bob, cyd);
        visit(ada, activity, course, Map.of());
        visit(bob, activity, course, Map.of()).submit("/test").play(true);
        Visit teacher = visit(office.lms().teacher(), activity, course, Map.of());
        Document page = read(teacher, say("campaign.roster.read"));
        assertThat(panel(page, "roster").select("time[datetime]")).hasSize(1);
        assertThat(panel(page, "roster").select("h2").text()).isEqualTo(say("campaign.roster.title"));
        assertThat(panel(page, "roster").select("button").text()).isEqualTo(say("campaign.roster.refresh"));
        assertThat(inCourse(page)).as("who never came too").containsExactlyInAnyOrder(ada.fullName(), bob.fullName(),
                cyd.fullName());
        assertThat(page.select("#left")).isEmpty();

        office.names(course, ada);
        Document asked = whole(teacher.submit("/roster").reply());
        assertThat(teacher.path()).endsWith("/results");
        assertThat(panel(asked, "roster").text()).contains(say("campaign.roster.refresh"));
        Document after = read(teacher, say("campaign.roster.read"));
        assertThat(inCourse(after)).containsExactly(ada.fullName());
        Element left = panel(after, "left");
        assertThat(left.select("h2").text()).isEqualTo(say("campaign.left.title"));
        assertThat(names(left)).as("only who did something").containsExactly(bob.fullName());
        assertThat(left.select("td").eachText()).containsExactly(say("campaign.progress.DONE"), "7", "56");

        office.fails(course, 503);
        teacher.submit("/roster");
        Document failed = read(teacher, say("campaign.roster.failure.unreachable"));
        assertThat(inCourse(failed)).containsExactly(ada.fullName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void groups_are_named_brought_by_a_file_and_results_limited_to_them(String spoken) {
        language = spoken;
        Activity activity = activity();
        office.names(course, ada, bob, cyd);
        visit(ada, activity, course, Map.of("group_ids", "77"));
        visit(bob, activity, course, Map.of());
        Visit teacher = visit(office.lms().teacher(), activity, course, Map.of());
        String results = teacher.path();
        read(teacher, say("campaign.roster.read"));
        assertThat(teacher.page().select("select[name=group] option").eachText())
                .containsExactly(say("campaign.group.all"), say("campaign.group.unnamed", "77"));

        Element link = Objects.requireNonNull(teacher.page().selectFirst("a[href*=/groups]"));
        assertThat(link.text()).isEqualTo(say("campaign.group.manage"));
        Visit groups = teacher.goTo(link.attr("href").replaceFirst(Visit.PREFIX, ""));
        Document page = whole(groups.reply());
        assertThat(page.select("h1").text()).isEqualTo(say("people.groups.title"));
        assertThat(page.select("label").eachText()).contains(say("people.groups.of-platform", "77", 1),
                say("people.groups.file"), say("people.groups.text"));

        Document named = whole(name(groups, "3A, latin"));
        assertThat(named.select("[role=status]").text()).isEqualTo(say("people.groups.named"));
        assertThat(named.select("input[name=name]").eachAttr("value")).containsExactly("3A, latin");

        URI list = groups.action("/list");
        byte[] file = ("Groupe;Prénom;Nom\n3B;Élève;" + bob.familyName() + "\n3B;" + cyd.familyName()
                + " Élève\n3B;Personne;Ici\n").getBytes(Charset.forName("windows-1252"));
        List<Map.Entry<String, String>> fields = groups.fields("/list").stream()
                .filter(field -> !field.getKey().equals("file")).toList();
        assertThat(fields).extracting(Map.Entry::getKey).contains("_csrf", "back");
        assertThat(groups.browser().upload(list, fields.stream().filter(field -> !field.getKey().equals("_csrf"))
                .toList(), "file", "classes.csv", file).status()).as("without token").isEqualTo(403);
        assertThat(groups.reload().page().select("input[name=name]")).hasSize(1);
        Document brought = whole(groups.browser().upload(list, fields, "file", "classes.csv", file));
        assertThat(brought.select("section[role=status]").text()).contains(say("people.groups.brought", 2, 1),
                say("people.groups.unmatched", 1), say("people.groups.line-nobody", 4, "Personne Ici"));
        assertThat(brought.select("label").eachText()).contains(say("people.groups.of-teacher", 2));

        Element back = Objects.requireNonNull(brought.selectFirst("main a[href$=/results]"));
        assertThat(back.text()).isEqualTo(say("people.groups.back"));
        assertThat(back.attr("href")).isEqualTo(groups.prefix() + results);
        Document all = whole(teacher.goTo(results).reply());
        assertThat(inCourse(all)).hasSize(3);
        List<String> third = all.select("select[name=group] option").eachText();
        assertThat(third).containsExactly(say("campaign.group.all"), "3A, latin", "3B");
        String brighter = all.select("select[name=group] option").get(2).attr("value");
        Document some = whole(teacher.goTo(results + "?group=" + brighter).reply());
        assertThat(inCourse(some)).containsExactlyInAnyOrder(bob.fullName(), cyd.fullName());
        assertThat(some.select("option[selected]").eachText()).containsExactly("3B");
        assertThat(inCourse(whole(teacher.goTo(results + "?group=").reply()))).hasSize(3);
    }

    private static Reply name(Visit groups, String name) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        groups.fields("/groups").forEach(field -> fields.add(field.getKey().equals("name")
                ? Map.entry("name", name)
                : field));
        return groups.browser().postOnly(groups.action("/groups"), fields);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void a_teacher_of_a_copied_course_sees_both_courses_when_they_want_and_teach_both(String spoken) {
        language = spoken;
        Activity origin = activity();
        Activity copy = activity();
        Map<String, String> history = Map.of("link_history", origin.id());
        String copied = "copy-" + course;
        office.names(course, ada);
        office.names(copied, bob);
        visit(office.lms().teacher(), origin, course, Map.of());
        visit(ada, origin, course, Map.of()).submit("/test").play(true);
        visit(bob, copy, copied, history);
        Visit teacher = visit(office.lms().teacher(), copy, copied, history);
        read(teacher, say("campaign.roster.read"));

        Element asked = panel(whole(teacher.reply()), "copy");
        assertThat(asked.text()).contains(say("campaign.copy.title"), say("campaign.copy.choice.ASKED"));
        assertThat(asked.select("button").eachText()).containsExactly(say("campaign.copy.fresh"),
                say("campaign.copy.together"));
        assertThat(teacher.text()).doesNotContain(ada.fullName());

        Document both = whole(teacher.submit("/copy", Map.entry("together", "true")).reply());
        assertThat(panel(both, "copy").text()).contains(say("campaign.copy.choice.TOGETHER"));
        assertThat(panel(both, "copy").select("button").eachText()).containsExactly(say("campaign.copy.fresh"));
        assertThat(inCourse(both)).containsExactly(bob.fullName());
        Element other = panel(both, "origin");
        assertThat(other.select("h2").text()).isEqualTo(say("campaign.copy.origin-named", "Cours " + course));
        assertThat(names(other)).containsExactly(ada.fullName());
        assertThat(other.select("td").eachText()).containsExactly(say("campaign.progress.DONE"), "7", "56");

        Visit colleague = visit("colleague-" + course, office.lms().teacher(), copy, copied, history);
        Document theirs = whole(colleague.reply());
        assertThat(panel(theirs, "copy").text()).contains(say("campaign.copy.not-visible"));
        assertThat(theirs.select("form[action$=/copy], #origin")).isEmpty();
        assertThat(colleague.text()).doesNotContain(ada.fullName());
        String token = theirs.select("input[name=_csrf]").attr("value");
        assertThat(colleague.browser().postOnly(colleague.inside(colleague.path().replace("/results", "/copy")),
                List.of(Map.entry("together", "true"), Map.entry("_csrf", token))).status()).isEqualTo(404);

        Document fresh = whole(teacher.submit("/copy", Map.entry("together", "false")).reply());
        assertThat(panel(fresh, "copy").text()).contains(say("campaign.copy.choice.FRESH"));
        assertThat(fresh.select("#origin")).isEmpty();
        assertThat(teacher.text()).doesNotContain(ada.fullName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void a_group_of_another_course_is_none(String spoken) {
        language = spoken;
        Activity activity = activity();
        Activity elsewhere = activity();
        office.names(course);
        office.names("other-" + course);
        visit(ada, activity, course, Map.of("group_ids", "5"));
        visit(bob, elsewhere, "other-" + course, Map.of("group_ids", "6"));
        Visit teacher = groups(visit(office.lms().teacher(), activity, course, Map.of()));
        Visit other = groups(visit("other-" + course, office.lms().teacher(), elsewhere, "other-" + course, Map.of()));
        String foreign = teacher.page().select("input[name=group]").attr("value");
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        other.fields("/groups").stream().filter(field -> !List.of("group", "name").contains(field.getKey()))
                .forEach(fields::add);
        String own = other.page().select("input[name=group]").attr("value");
        for (String group : List.of(own, foreign)) {
            fields.add(Map.entry("group", group));
            fields.add(Map.entry("name", "À moi"));
        }
        assertThat(other.browser().postOnly(other.action("/groups"), fields).status()).isEqualTo(404);
        assertThat(whole(teacher.reload().reply()).select("input[name=name]").eachAttr("value")).containsExactly("");
        assertThat(whole(other.reload().reply()).select("input[name=name]").eachAttr("value")).containsExactly("");
    }

    private static Visit groups(Visit teacher) {
        return teacher.goTo(teacher.page().select("a[href*=/groups]").attr("href").replaceFirst(Visit.PREFIX, ""));
    }
}
