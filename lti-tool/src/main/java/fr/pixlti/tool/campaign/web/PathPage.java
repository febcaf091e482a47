package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.assessment.AssessmentApi.AssessmentView;
import fr.pixlti.tool.assessment.AssessmentApi.Scorecard;
import fr.pixlti.tool.campaign.domain.Campaign.Kind;
import fr.pixlti.tool.campaign.domain.CampaignTarget;
import fr.pixlti.tool.campaign.domain.Participation;
import fr.pixlti.tool.campaign.domain.ReckonResults;
import fr.pixlti.tool.campaign.domain.Sendings.Past;
import fr.pixlti.tool.campaign.domain.TakePath.Look;
import fr.pixlti.tool.campaign.domain.Titles;
import fr.pixlti.tool.campaign.domain.results.BadgeResult;
import fr.pixlti.tool.campaign.domain.results.PartResult;
import fr.pixlti.tool.campaign.domain.results.Recommendation;
import fr.pixlti.tool.campaign.domain.results.StageReached;
import fr.pixlti.tool.assessment.Wait;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.MarkdownText;
import fr.pixlti.tool.content.TargetProfile.Badge;
import fr.pixlti.tool.content.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a learner sees of a campaign that their teacher made.
 *
 * @param landing safe HTML of the teacher's welcome, empty for none
 * @param closing safe HTML of the teacher's words after the test, shown with the result; empty for none
 * @param answered questions answered in the test under way
 * @param skills how many the path has; 0 in a collection
 * @param result absent before a test is completed, and in a collection
 * @param sendable whether there is something to send now
 * @param sendings how many there were
 * @param externalIdLabel what to give when sending, absent when nothing
 * @param again whether another test of what was failed may begin now; {@code againIn} how long to wait for it
 * @param fresh whether starting over is allowed now; {@code freshIn} how long to wait for it
 * @param reviewPath where the answers of the last test can be read again
 * @param attestation whether an attestation can be downloaded
 * @param remindedAt when the teacher last asked for the result, absent when nobody waits for it
 */
record PathPage(UUID id, Kind kind, String title, String landing, String closing, State state, boolean archived,
        int answered, int skills, @Nullable Result result, @Nullable Profile profile, boolean sendable, int sendings,
        @Nullable Instant sentAt, @Nullable String externalIdLabel, boolean again, @Nullable Wait againIn,
        boolean fresh, @Nullable Wait freshIn, @Nullable String reviewPath, List<Past> past,
        boolean attestation, @Nullable Instant remindedAt) {

    private static final int TO_WORK_ON = 5;
    private static final int PIX_PER_LEVEL = 8;

    /** NEW: nothing begun; RUNNING: a test to go on with; TO_SEND: a result that is not sent; SENT: nothing to do. */
    enum State {
        NEW, RUNNING, TO_SEND, SENT
    }

    /**
     * @param percent mastery; @param stars absent on a path without stars
     * @param message of the stage reached, empty for none
     */
    record Result(int percent, int validated, int skills, @Nullable Stars stars, String message,
            List<Competence> competences, List<Earned> badges, List<ToWorkOn> toWorkOn) {}

    record Competence(String code, String name, int percent, int validated, int skills) {}

    /** @param message for whom obtained it or for whom did not */
    record Earned(String title, boolean obtained, int progress, String message) {}

    /** @param dots 1 to 4, most urgent; @param lesson absent where the topic has none */
    record ToWorkOn(String topic, String competence, int dots, Topic.@Nullable Lesson lesson) {

        public String drawn() {
            return NeedView.drawn(dots);
        }
    }

    /** @param certifiable how many competences are at level 1 or above */
    record Profile(int pix, int maxPix, int certifiable, List<Level> levels) {}

    record Level(String code, String name, int level, int pix) {}

    static PathPage of(Look look, ContentRelease release, Instant now, Locale locale) {
        Participation participation = look.participation();
        AssessmentView running = look.running();
        Instant againAt = look.againAt();
        Instant freshAt = look.freshAt();
        AssessmentView test = look.test();
        return new PathPage(participation.id(), look.campaign().kind(),
                Titles.of(look.campaign(), look.settings(), release, locale),
                MarkdownText.html(look.settings().landingText()), MarkdownText.html(look.settings().resultText()),
                state(look), look.settings().archived(), running == null ? 0 : running.answered(),
                look.settings().target() == null ? 0 : release.skillsOf(look.settings().target().topics()).size(),
                look.result() == null ? null : result(look.result(), release, locale), profile(look, release, locale),
                look.sendable(), participation.sent() == null ? 0 : participation.sent().number(),
                participation.sent() == null ? null : participation.sent().at(), look.settings().externalIdLabel(),
                againAt != null && !now.isBefore(againAt), Wait.until(againAt, now),
                freshAt != null && !now.isBefore(freshAt), Wait.until(freshAt, now),
                test != null && test.completedAt() != null ? "/assessments/" + test.id() + "/review" : null,
                look.past(), attested(look), look.remindedAt());
    }

    private static boolean attested(Look look) {
        CampaignTarget target = look.settings().target();
        return target != null && target.attestation() && look.participation().sent() != null;
    }

    private static State state(Look look) {
        if (look.running() != null) {
            return State.RUNNING;
        }
        if (look.participation().toSend()) {
            return State.TO_SEND;
        }
        return look.participation().sent() == null ? State.NEW : State.SENT;
    }

    private static Result result(ReckonResults.Result result, ContentRelease release, Locale locale) {
        StageReached stage = result.stage().orElse(null);
        return new Result(result.percent(), result.outcome().mastery().validated(), result.outcome().target().skills(),
                stage == null ? null : new Stars(stage.stars(), stage.of()),
                stage == null || stage.stage().message() == null ? "" : stage.stage().message().in(locale),
                result.outcome().byCompetence().stream().map(part -> competence(part, release, locale)).toList(),
                result.badges().stream().flatMap(badge -> earned(badge, locale)).toList(),
                result.outcome().recommendations().stream().filter(each -> unfinished(each, result))
                        .limit(TO_WORK_ON).map(each -> toWorkOn(each, release, locale)).toList());
    }

    private static boolean unfinished(Recommendation each, ReckonResults.Result result) {
        return result.outcome().topics().stream()
                .anyMatch(topic -> topic.topic().equals(each.topic()) && topic.validated() < topic.skills());
    }

    private static Competence competence(PartResult part, ContentRelease release, Locale locale) {
        return new Competence(part.code(), name(part.code(), release, locale), part.mastery().percent(),
                part.validated(), part.skills());
    }

    private static String name(String competence, ContentRelease release, Locale locale) {
        return release.competence(competence).map(found -> found.name(locale)).orElse("");
    }

    private static Stream<Earned> earned(BadgeResult result, Locale locale) {
        Badge badge = result.badge();
        if (result.obtained()) {
            return Stream.of(new Earned(badge.title().in(locale), true, 100, badge.message().in(locale)));
        }
        return badge.otherwise() == null
                ? Stream.empty()
                : Stream.of(new Earned(badge.title().in(locale), false, result.progress(),
                        badge.otherwise().in(locale)));
    }

    private static ToWorkOn toWorkOn(Recommendation each, ContentRelease release, Locale locale) {
        Topic topic = release.topic(each.topic());
        return new ToWorkOn(topic.title(), name(each.competence(), release, locale), each.dots(), topic.lesson());
    }

    private static @Nullable Profile profile(Look look, ContentRelease release, Locale locale) {
        List<Scorecard> cards = look.profile();
        if (cards.isEmpty()) {
            return null;
        }
        int maxLevel = Objects.requireNonNull(cards.getFirst()).maxLevel();
        return new Profile(cards.stream().mapToInt(Scorecard::pix).sum(), cards.size() * PIX_PER_LEVEL * maxLevel,
                (int) cards.stream().filter(each -> each.level() >= 1).count(),
                cards.stream().map(each -> new Level(each.competence(), name(each.competence(), release, locale),
                        each.level(), each.pix())).toList());
    }
}
