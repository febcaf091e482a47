package fr.pixlti.tool.journey;

import fr.pixlti.tool.demo.domain.Activity;
import fr.pixlti.tool.demo.domain.Person;
import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.Launch;
import fr.pixlti.tool.testing.PlatformDouble;
import fr.pixlti.tool.testing.Reply;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * A person before one tab: what they see, and what they do there. Forms go out as plain HTML or, when the tab has
 * scripts, as htmx sends them.
 */
final class Visit {

    /** Longer than any test of the content. */
    private static final int MOST_SCREENS = 120;
    static final String PREFIX = "^/~[0-9a-f]{10}";

    private final Browser browser;
    private final boolean scripts;
    private Reply shown;

    private Visit(Browser browser, boolean scripts, Reply shown) {
        this.browser = browser;
        this.scripts = scripts;
        this.shown = shown;
    }

    /** Opens an activity from the course. */
    static Visit open(PlatformDouble lms, Browser browser, Person person, Activity activity) {
        return of(browser, lms.launch(browser, person, activity));
    }

    /** Opens an activity in a frame of a browser that was never used. */
    static Visit open(PlatformDouble lms, Person person, Activity activity) {
        return open(lms, Browser.framed(), person, activity);
    }

    static Visit at(Browser browser, Reply shown) {
        return new Visit(browser, false, shown);
    }

    static Visit of(Browser browser, Launch launch) {
        return new Visit(browser, false, launch.open());
    }

    /** The same tab, with scripts from now on. */
    Visit withScripts() {
        return new Visit(browser, true, shown);
    }

    Browser browser() {
        return browser;
    }

    Reply reply() {
        return shown;
    }

    Document page() {
        return Jsoup.parse(shown.body(), shown.uri().toString());
    }

    /** What a person can read, white space made single. */
    String text() {
        return page().body().text();
    }

    /** Path of the page shown, without the session's prefix. */
    String path() {
        return shown.uri().getPath().replaceFirst(PREFIX, "");
    }

    /** The session's prefix. */
    String prefix() {
        return shown.uri().getPath().substring(0, shown.uri().getPath().length() - path().length());
    }

    /** An address inside the session. */
    URI inside(String path) {
        return shown.uri().resolve(prefix() + path);
    }

    /** Goes to an address inside the session. */
    Visit goTo(String path) {
        shown = browser.get(inside(path).toString());
        return this;
    }

    Visit reload() {
        shown = browser.get(shown.uri().toString());
        return this;
    }

    boolean has(String formEnd) {
        return form(formEnd) != null;
    }

    private @Nullable FormElement form(String end) {
        return (FormElement) page().selectFirst("form[action$=" + end + "]");
    }

    /** The fields of the form whose action ends so, as they stand; a person's own input is left out. */
    List<Map.Entry<String, String>> fields(String formEnd) {
        FormElement form = form(formEnd);
        if (form == null) {
            throw new AssertionError(
                    "No form " + formEnd + " on " + shown.uri() + " " + shown.status() + ": " + text());
        }
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        form.formData().stream().filter(field -> !field.key().equals("choice") && !field.key().startsWith("field."))
                .forEach(field -> fields.add(Map.entry(field.key(), field.value())));
        return fields;
    }

    /** Where the form whose action ends so goes. */
    URI action(String formEnd) {
        return URI.create(Objects.requireNonNull(form(formEnd)).absUrl("action"));
    }

    /** Submits the form whose action ends so, with some fields filled in, and goes where that leads. */
    @SafeVarargs
    final Visit submit(String formEnd, Map.Entry<String, String>... more) {
        List<Map.Entry<String, String>> fields = fields(formEnd);
        for (Map.Entry<String, String> filled : more) {
            fields.removeIf(field -> field.getKey().equals(filled.getKey()));
        }
        fields.addAll(List.of(more));
        send(formEnd, fields);
        if (path().equals("/profile/introduction") && !formEnd.endsWith("/introduction")) {
            // Told once, before the first test.
            submit("/introduction");
        }
        return this;
    }

    private Visit send(String formEnd, List<Map.Entry<String, String>> fields) {
        Element form = Objects.requireNonNull(form(formEnd));
        if (!scripts || !form.hasAttr("hx-post")) {
            shown = browser.follow(browser.postOnly(URI.create(form.absUrl("action")), fields));
            return this;
        }
        Reply answer = browser.htmx(URI.create(form.absUrl("hx-post")), fields);
        answer.headers().firstValue("HX-Redirect").ifPresentOrElse(
                next -> shown = browser.get(shown.uri().resolve(next).toString()),
                () -> shown = new Reply(answer.status(), shown.uri(), answer.headers(), answer.body()));
        return this;
    }

    /** What the form of the question shown sends when it is answered by its key, or passed. */
    List<Map.Entry<String, String>> answerFields(boolean right) {
        List<Map.Entry<String, String>> fields = fields("/answers");
        if (right) {
            fields.addAll(AnswerKeys.right(shown.body()));
        }
        fields.add(Map.entry("action", right ? "answer" : "skip"));
        return fields;
    }

    /** Number of the question shown, 0 when none is. */
    int question() {
        Element position = page().selectFirst("input[name=position]");
        return position == null ? 0 : Integer.parseInt(position.attr("value"));
    }

    /** Answers the question shown by its key, or passes it. */
    Visit answer(boolean right) {
        return send("/answers", answerFields(right));
    }

    /** The same, without going where that leads: what comes back says that the answer is kept. */
    Reply answerOnly(boolean right) {
        return browser.postOnly(action("/answers"), answerFields(right));
    }

    /** Goes where an answer leads. */
    Visit see(Reply answer) {
        shown = browser.follow(answer);
        return this;
    }

    /** Leaves checkpoints and announcements of timed questions, until a question is shown or the test is over. */
    Visit toQuestion() {
        while (has("/checkpoint") || has("/clock")) {
            submit(has("/checkpoint") ? "/checkpoint" : "/clock");
        }
        return this;
    }

    /** Takes the test to its end; right and passed answers follow the pattern. Gives the number of questions. */
    int play(boolean... pattern) {
        int questions = 0;
        for (toQuestion(); question() > 0; toQuestion()) {
            if (questions == MOST_SCREENS) {
                throw new AssertionError("The test does not end: " + text());
            }
            answer(pattern[questions++ % pattern.length]);
        }
        return questions;
    }
}
