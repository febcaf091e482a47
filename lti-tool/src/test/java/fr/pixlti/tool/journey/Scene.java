package fr.pixlti.tool.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.demo.domain.Activity;
import fr.pixlti.tool.demo.domain.Person;
import fr.pixlti.tool.demo.wire.IdTokens;
import fr.pixlti.tool.testing.Browser;
import fr.pixlti.tool.testing.PlatformDouble;
import fr.pixlti.tool.testing.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * A course with somebody's things in it.
 *
 * @param running path of the owner's test under way
 * @param finished path of one that is over
 * @param campaign path of what the teacher sees, without its end
 * @param campaigns path of the list of campaigns that the course's teachers made
 * @param made path of one of them, a collection
 * @param path path of the owner's participation in another, of a path, which was sent
 * @param taken path of that campaign
 * @param content path of a dialogue in which the teacher adds activities
 * @param groups path of the course's groups
 * @param group id of one of them
 * @param pick path and query under which the teacher sets up another link
 */
record Scene(Visit owner, Visit fellow, Visit teacher, Visit stranger, String participationPage,
        String participation, String running, String finished, String campaign, String groups, String group,
        String pick, String campaigns, String made, String taken, String path, String content) {

    private static final String NRPS = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";

    String work() {
        return campaign + participation;
    }

    static Scene set(PlatformDouble lms) {
        Activity origin = lms.addActivity("Rechercher", Map.of("pixlti_target", "competence:1.1"), "1");
        openWithRoster(lms, origin);
        Activity activity = lms.addActivity("Rechercher",
                Map.of("pixlti_target", "competence:1.1", "link_history", origin.id()), "1");
        Person pupil = lms.addPupil();
        Visit owner = Visit.open(lms, pupil, activity);
        String participation = owner.path();
        String participationPage = owner.reply().uri().toString();
        String finished = owner.submit("/test").path();
        owner.play(false);
        String running = owner.submit("/test").path();
        Visit picking = Visit.open(lms, lms.teacher(), lms.addActivity("À régler", Map.of(), "1"));
        String pick = picking.path() + "?" + picking.reply().uri().getRawQuery();
        String content = Visit.of(picking.browser().sameBrowser(),
                lms.content(picking.browser().sameBrowser(), lms.teacher())).path();
        // The newest session of the teacher, in the browser that stays.
        Visit teacher = Visit.open(lms, picking.browser().sameBrowser(), lms.teacher(), activity);
        String groups = teacher.page().select("a[href*=/groups]").attr("href").replaceFirst(Visit.PREFIX, "")
                .replaceFirst("\\?.*", "");
        String campaigns = groups.replace("/groups", "/campaigns");
        String taken = make(teacher, campaigns, List.of(Map.entry("name", "Sensibilisation"),
                Map.entry("kind", "ASSESSMENT"), Map.entry("source", "CATALOGUE"),
                Map.entry("profile", "sensibilisation-6e"), Map.entry("multipleSendings", "true")));
        Visit path = Visit.open(lms, pupil, lms.addActivity("Sensibilisation",
                Map.of("pixlti_target", "campaign:" + taken.substring(taken.lastIndexOf('/') + 1)), "1"));
        path.submit("/path").play(true, true, true, false);
        path.submit("/sendings");
        return new Scene(owner, Visit.open(lms, lms.addPupil(), activity), teacher, stranger(lms, activity),
                participationPage, participation, running, finished,
                teacher.path().substring(0, teacher.path().lastIndexOf('/')), groups,
                group(teacher, groups, pupil), pick, campaigns, make(teacher, campaigns,
                        List.of(Map.entry("name", "Profils"), Map.entry("kind", "COLLECTION"))),
                taken, path.path(), content);
    }

    /** The course has a roster to be read from then on, though not by this platform. */
    private static void openWithRoster(PlatformDouble lms, Activity activity) {
        Browser browser = Browser.framed();
        Visit.of(browser, lms.launch(browser, lms.teacher(), activity).claims(
                claims -> claims.put(NRPS, Map.of("context_memberships_url", lms.url() + "/lti/memberships"))));
    }

    /** The teacher makes a campaign. */
    private static String make(Visit teacher, String campaigns, List<Map.Entry<String, String>> chosen) {
        List<Map.Entry<String, String>> fields = new ArrayList<>(chosen);
        fields.add(Map.entry("id", UUID.randomUUID().toString()));
        Reply created = teacher.browser().postOnly(teacher.inside(campaigns + "/new"),
                NeighboursIT.withToken(teacher, fields));
        return created.redirect().orElseThrow().getPath().replaceFirst(Visit.PREFIX, "");
    }

    /** The teacher brings a group. */
    private static String group(Visit teacher, String groups, Person member) {
        String name = "Groupe " + member.id();
        Reply brought = teacher.browser().postOnly(teacher.inside(groups + "/list"), NeighboursIT.withToken(teacher,
                List.of(Map.entry("text", name + ";" + member.givenName() + ";" + member.familyName()))));
        Element field = Jsoup.parse(brought.body()).selectFirst("input[name=name][value=" + name + "]");
        return Objects.requireNonNull(Objects.requireNonNull(field, brought.body()).previousElementSibling())
                .attr("value");
    }

    private static Visit stranger(PlatformDouble lms, Activity activity) {
        Browser browser = Browser.framed();
        Visit stranger = Visit.of(browser, lms.launch(browser, lms.teacher(), activity).claims(claims -> {
            claims.put("sub", "prof-" + activity.id());
            claims.put(IdTokens.LTI + "context", Map.of("id", "other-" + activity.id(), "title", "Ailleurs"));
            claims.put(IdTokens.LTI + "resource_link", Map.of("id", "other-" + activity.id()));
            claims.remove(IdTokens.AGS);
        }));
        assertThat(stranger.path()).matches("/campaigns/[^/]+/results");
        return stranger;
    }
}
