package fr.pixlti.tool.assessment.domain.statistics;

import fr.pixlti.tool.assessment.AssessmentSettings;
import fr.pixlti.tool.assessment.StatisticsSettings.Thresholds;
import fr.pixlti.tool.assessment.domain.engine.PredictedLevel;
import fr.pixlti.tool.assessment.domain.engine.PredictedLevel.DirectAnswer;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Skill;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts tests, one after the other, into figures of the items of a release. Items that are no longer in it get none,
 * though their answers still tell of the learner's level while their skill is there.
 */
public final class Count {

    /** Other answers of the test from which a learner's level can be told. */
    private static final int LEAST_OTHERS = 5;
    private static final double MILLIS = 1000;

    private final ContentRelease release;
    private final AssessmentSettings rules;
    private final Thresholds thresholds;
    private final Instant recentFrom;
    private final Map<String, Tally> tallies = new HashMap<>();
    private long answers;

    public Count(ContentRelease release, AssessmentSettings rules, Thresholds thresholds, Instant now) {
        this.release = release;
        this.rules = rules;
        this.thresholds = thresholds;
        this.recentFrom = now.minus(thresholds.recent());
        release.items().keySet().forEach(item -> tallies.put(item, new Tally()));
    }

    public void add(TestRun test) {
        int checkpointEvery = rules.at(test.startedAt()).checkpointEvery();
        List<DirectAnswer> direct = new ArrayList<>(test.answers().size());
        List<@Nullable Tally> tallied = new ArrayList<>(test.answers().size());
        Instant before = test.startedAt();
        for (TestRun.Answer answer : test.answers()) {
            Tally tally = tallies.get(answer.item());
            if (tally != null) {
                tally.answer(answer.outcome(), answer.at().isAfter(recentFrom));
                if (answer.position() == 1 || (answer.position() - 1) % checkpointEvery != 0) {
                    pace(tally, Duration.between(before, answer.at()));
                }
            }
            before = answer.at();
            Skill skill = release.skills().get(answer.skill());
            if (skill != null) {
                direct.add(new DirectAnswer(skill.level(), answer.outcome().success()));
                tallied.add(tally);
            }
        }
        answers += test.answers().size();
        compare(direct, tallied);
    }

    private void pace(Tally tally, Duration took) {
        if (!took.isNegative() && took.compareTo(thresholds.longestPace()) <= 0) {
            tally.took((int) Math.round(took.toMillis() / MILLIS));
        }
    }

    /** Each answer with the level that the other answers of the test tell: with its own it would agree with itself. */
    private static void compare(List<DirectAnswer> direct, List<@Nullable Tally> tallied) {
        if (direct.size() <= LEAST_OTHERS) {
            return;
        }
        for (int i = 0; i < direct.size(); i++) {
            Tally tally = tallied.get(i);
            if (tally != null) {
                DirectAnswer own = direct.remove(i);
                tally.byLearnerOf(PredictedLevel.of(direct), own.right());
                direct.add(i, own);
            }
        }
    }

    /** How many answers were counted. */
    public long answers() {
        return answers;
    }

    /**
     * The figures of every item of the release, those never asked too, with what is remarkable about them.
     *
     * @param openReports by item
     */
    public List<ItemStatistic> statistics(Map<String, Integer> openReports) {
        List<ItemStatistic> statistics = new ArrayList<>(tallies.size());
        for (Item item : release.items().values()) {
            Tally tally = tallies.get(item.id());
            if (tally != null) {
                statistics.add(tally.statistic(item.id(), release.skill(item.skill()),
                        openReports.getOrDefault(item.id(), 0)));
            }
        }
        return new Remarks(thresholds).on(statistics);
    }
}
