package fr.pixlti.tool.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.demo.domain.Activity;
import fr.pixlti.tool.demo.domain.Person;
import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.PlatformDouble;
import fr.pixlti.tool.testing.Reply;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several tabs, people, devices and clicks at once: nothing mixes, nothing is lost. */
@ExtendWith(Journey.class)
class TabsIT {

    private final PlatformDouble lms;
    private final Tool tool;
    private final Activity research;
    private final Activity privacy;
    private final Person pupil;

    TabsIT(PlatformDouble lms, Tool tool) {
        this.lms = lms;
        this.tool = tool;
        this.research = lms.addActivity("Rechercher", Map.of("pixlti_target", "competence:1.1"), "1");
        this.privacy = lms.addActivity("Protéger", Map.of("pixlti_target", "competence:4.2"), "1");
        this.pupil = lms.addPupil();
    }

    @Test
    void a_launch_posted_again_or_gone_back_to_shows_the_activity() {
        Browser browser = Browser.framed();
        Reply.Form launch = lms.launch(browser, pupil, research).answer();
        Reply first = browser.submit(launch);

        Reply again = browser.submit(launch);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.uri()).isEqualTo(first.uri());

        Visit.open(lms, browser.sameBrowser(), pupil, privacy);
        Reply back = browser.submit(launch);
        assertThat(back.status()).as("another tab has a newer session").isEqualTo(200);
        assertThat(back.uri()).isEqualTo(first.uri());

        Browser other = Browser.framed();
        assertThat(other.submit(launch).status()).as("another browser's launch").isEqualTo(401);
    }

    @Test
    void two_activities_in_two_tabs_go_on_side_by_side() {
        Browser browser = Browser.framed();
        Visit first = Visit.open(lms, browser, pupil, research).submit("/test");
        Visit second = Visit.open(lms, browser.sameBrowser(), pupil, privacy).submit("/test").withScripts();

        for (int answered = 1; answered <= 3; answered++) {
            assertThat(first.toQuestion().answer(true).reply().status()).isEqualTo(200);
            assertThat(second.toQuestion().answer(false).reply().status()).isEqualTo(200);
            assertThat(first.toQuestion().question()).isEqualTo(answered + 1);
            assertThat(second.toQuestion().question()).isEqualTo(answered + 1);
        }
        first.play(true);
        second.play(false);
        assertThat(first.text()).contains("1.1", "56 pix sur 56");
        assertThat(second.text()).contains("4.2", "0 pix sur 56");
    }

    @Test
    void two_people_at_one_browser_never_meet() {
        Browser browser = Browser.framed();
        Person neighbour = lms.addPupil();
        Visit mine = Visit.open(lms, browser, pupil, research).submit("/test").toQuestion();
        Visit theirs = Visit.open(lms, browser.sameBrowser(), neighbour, research).submit("/test").toQuestion();
        assertThat(mine.prefix()).isNotEqualTo(theirs.prefix());

        mine.answer(true);
        assertThat(mine.text()).contains(pupil.fullName());
        assertThat(theirs.reload().text()).contains(neighbour.fullName());
        assertThat(theirs.question()).isEqualTo(1);
        String crossed = theirs.prefix() + mine.path();
        assertThat(browser.get(mine.reply().uri().resolve(crossed).toString()).status()).isEqualTo(404);

        mine.play(true);
        theirs.play(false);
        assertThat(mine.text()).contains("56 pix sur 56");
        assertThat(theirs.text()).contains("0 pix sur 56");
    }

    @Test
    void a_test_stopped_here_goes_on_there_at_the_same_question() {
        Visit school = Visit.open(lms, pupil, research).submit("/test");
        school.toQuestion().answer(true).toQuestion().answer(false).toQuestion();
        String question = school.page().select("#instruction").text();

        Visit home = Visit.open(lms, pupil, research);
        assertThat(home.text()).contains("Vous avez répondu à 2 questions", "Reprendre le test");
        home.submit("/test");
        assertThat(home.reply().uri().getPath()).isEqualTo(school.reply().uri().getPath());
        assertThat(home.question()).isEqualTo(3);
        assertThat(home.page().select("#instruction").text()).isEqualTo(question);

        home.answer(true).toQuestion();
        school.answer(true);
        assertThat(school.reply().status()).as("an answer given already").isEqualTo(200);
        assertThat(school.toQuestion().question()).isEqualTo(4);
        assertThat(Visit.open(lms, pupil, research).text()).contains("3 questions");
    }

    @Test
    void clicks_that_come_twice_have_one_effect() throws Exception {
        Browser browser = Browser.framed();
        Visit visit = Visit.open(lms, browser, pupil, research);
        List<Reply> begun = twice(browser, visit, "/test", visit.fields("/test"));
        assertThat(begun).extracting(Reply::status).containsOnly(200);
        assertThat(begun.get(0).uri()).isEqualTo(begun.get(1).uri());

        visit.submit("/test").toQuestion();
        List<Reply> answered = twice(browser, visit, "/answers", visit.answerFields(true));
        assertThat(answered).extracting(Reply::status).containsOnly(200);
        assertThat(visit.reload().toQuestion().question()).isEqualTo(2);

        visit.play(false);
        List<Reply> anew = twice(browser, visit, "/fresh-test", visit.fields("/fresh-test"));
        assertThat(anew).extracting(Reply::status).containsOnly(200);
        assertThat(anew.get(0).uri()).isEqualTo(anew.get(1).uri());
        assertThat(visit.submit("/fresh-test").reply().uri()).as("a third click, later").isEqualTo(anew.get(0).uri());
    }

    @Test
    void starting_over_in_one_activity_leaves_another_of_the_same_competence_usable() {
        Activity sibling = lms.addActivity("La même", Map.of("pixlti_target", "competence:1.1"), "1");
        Visit there = Visit.open(lms, pupil, sibling).submit("/test").toQuestion();
        there.answer(true);
        Visit here = Visit.open(lms, pupil, research).submit("/test");
        here.play(false);
        here.submit("/fresh-test");

        Visit back = Visit.open(lms, pupil, sibling);
        assertThat(back.submit("/test").reply().status()).isEqualTo(200);
        back.play(true);
        assertThat(back.text()).contains("56 pix sur 56");
    }

    @Test
    void a_session_s_address_is_worth_nothing_without_its_cookie() {
        Visit visit = Visit.open(lms, pupil, research);
        Reply stranger = Browser.window().get(visit.reply().uri().toString());
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.body()).doesNotContain(pupil.fullName());
        assertThat(Browser.window().get(tool.url() + visit.path()).status()).isEqualTo(401);
    }

    private static List<Reply> twice(Browser browser, Visit visit, String formEnd,
            List<Map.Entry<String, String>> fields) throws Exception {
        URI action = visit.action(formEnd);
        List<Reply> replies = new ArrayList<>();
        try (ExecutorService clicks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> both = new ArrayList<>();
            for (int click = 0; click < 2; click++) {
                Browser tab = browser.sameBrowser();
                both.add(clicks.submit(() -> tab.follow(tab.postOnly(action, fields))));
            }
            for (Future<Reply> one : both) {
                replies.add(one.get());
            }
        }
        return replies;
    }
}
