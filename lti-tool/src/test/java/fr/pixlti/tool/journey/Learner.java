package fr.pixlti.tool.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.demo.domain.Activity;
import fr.pixlti.tool.demo.domain.Person;
import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.PlatformDouble;
import fr.pixlti.tool.testing.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Element;

/**
 * Takes a test and improves it until nothing is left to improve, with a memory of what the tool acknowledged; a tool that
 * dies ends {@link #goOn} by an {@link java.io.UncheckedIOException}, after which it may be called again.
 */
final class Learner {

    private static final Pattern ANSWERED = Pattern
            .compile("Vous (?:avez|n'avez encore) répondu à (aucune|\\d+) question");
    private static final Pattern RESULT = Pattern.compile("Vous avez (\\d+) pix sur 56");

    private final PlatformDouble lms;
    private final Person person;
    private final Activity activity;
    private final Random random;
    /** Whether each answer of the present test was right. */
    private final List<Boolean> acknowledged = new ArrayList<>();
    private final List<Integer> results = new ArrayList<>();
    private @Nullable Visit visit;
    private @Nullable Boolean underWay;
    private String activityPath = "";
    private boolean taking;
    private int survivedAnswers;

    Learner(PlatformDouble lms, Activity activity, Random random) {
        this.lms = lms;
        this.activity = activity;
        this.person = lms.addPupil();
        this.random = random;
    }

    Person person() {
        return person;
    }

    /** The pix of the tests that are over, without repeats in a row. */
    List<Integer> results() {
        return results;
    }

    /** Acknowledged answers that were still there after a kill. */
    int survivedAnswers() {
        return survivedAnswers;
    }

    /** Begins, or goes on where the tool says, and checks that it is the right place. */
    void goOn() {
        Visit here = visit;
        if (here == null) {
            here = Visit.open(lms, Browser.framed(), person, activity);
            activityPath = here.path();
            visit = here;
        } else {
            here.goTo(activityPath);
            assertThat(here.reply().status()).as("the session is still there").isEqualTo(200);
            checkPlace(here);
        }
        while (taking || here.has("/test")) {
            take(here);
        }
    }

    private void checkPlace(Visit here) {
        if (!taking) {
            return;
        }
        Matcher running = ANSWERED.matcher(here.text());
        int answered = running.find()
                ? Integer.parseInt(running.group(1).replace("aucune", "0"))
                : acknowledged.isEmpty() && underWay == null ? 0 : outcomes(here).size();
        here.goTo(activityPath);
        survivedAnswers += acknowledged.size();
        if (underWay != null && answered == acknowledged.size() + 1) {
            acknowledged.add(underWay);
        }
        underWay = null;
        assertThat(answered).as("answers that are kept").isEqualTo(acknowledged.size());
    }

    /** From the activity's page to the end of a test. */
    private void take(Visit here) {
        if (!taking) {
            acknowledged.clear();
            taking = true;
        }
        if (here.has("/test") && (acknowledged.isEmpty() || here.text().contains("Reprendre le test"))) {
            here.submit("/test");
            double share = Math.min(1, 0.1 + 0.3 * results.size());
            for (here.toQuestion(); here.question() > 0; here.toQuestion()) {
                assertThat(here.question()).as("number of the question").isEqualTo(acknowledged.size() + 1);
                answer(here, random.nextDouble() < share);
            }
        }
        assertThat(here.path()).isEqualTo(activityPath);
        assertThat(outcomes(here)).as("answers as they were given").isEqualTo(acknowledged);
        here.goTo(activityPath);
        Matcher result = RESULT.matcher(here.text());
        assertThat(result.find()).as(here.text()).isTrue();
        int pix = Integer.parseInt(result.group(1));
        if (results.isEmpty() || results.getLast() != pix) {
            results.add(pix);
        }
        taking = false;
    }

    private void answer(Visit here, boolean right) {
        underWay = right;
        Reply reply = here.answerOnly(right);
        assertThat(reply.status()).isEqualTo(302);
        acknowledged.add(right);
        underWay = null;
        here.see(reply);
    }

    /** What the page of answers says of the test that ended last. */
    private static List<Boolean> outcomes(Visit here) {
        Element link = here.page().selectFirst("a[href$=/review]");
        assertThat(link).as(here.text()).isNotNull();
        String path = Objects.requireNonNull(link).attr("href").replaceFirst(Visit.PREFIX, "");
        return here.goTo(path).page().select(".answer .verdict").stream()
                .map(verdict -> verdict.hasClass("verdict-right")).toList();
    }
}
