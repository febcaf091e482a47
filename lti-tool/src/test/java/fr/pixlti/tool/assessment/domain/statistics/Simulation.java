package fr.pixlti.tool.assessment.domain.statistics;

import fr.pixlti.tool.assessment.domain.Outcome;
import fr.pixlti.tool.assessment.domain.statistics.TestRun.Answer;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Skill;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/**
 * Learners of known level who answer items of known difficulty: an item of level l is right with the probability
 * 1 / (1 + e^(l − 0.5 − θ)), but for the odd ones.
 */
@NullMarked
final class Simulation {

    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    static final int CHECKPOINT_EVERY = 5;
    private static final int QUESTIONS = 20;

    private final Random random = new Random(20261121);
    private final List<Skill> skills;
    private final List<Skill> odd;

    Simulation(ContentRelease release, String... competences) {
        skills = new ArrayList<>();
        for (String competence : competences) {
            skills.addAll(release.skillsOf(competence));
        }
        odd = skills.stream().filter(skill -> skill.level() == 3 && skill.items().size() > 1).limit(5).toList();
    }

    /** Always right, whoever answers; its sisters behave. */
    Item easy() {
        return odd.get(0).items().getFirst();
    }

    /** A matter of luck. */
    Item luck() {
        return odd.get(1).items().getFirst();
    }

    /** Passed by two in five. */
    Item skipped() {
        return odd.get(2).items().getFirst();
    }

    /** Known to everybody for 30 days. */
    Item leaked() {
        return odd.get(3).items().getFirst();
    }

    /** Two levels harder than the other items of its skill. */
    Item harder() {
        return odd.get(4).items().getFirst();
    }

    List<Skill> skills() {
        return skills;
    }

    /** Tests spread over 90 days. */
    List<TestRun> tests(int number) {
        List<TestRun> tests = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            tests.add(test(NOW.minus(Duration.ofMinutes(10)).minusSeconds(random.nextInt(90 * 86_400))));
        }
        return tests;
    }

    private TestRun test(Instant start) {
        double ability = 3 + 1.6 * random.nextGaussian();
        List<Skill> asked = new ArrayList<>(skills);
        Collections.shuffle(asked, random);
        List<Answer> answers = new ArrayList<>();
        Instant at = start;
        for (int position = 1; position <= QUESTIONS; position++) {
            Skill skill = asked.get(position - 1);
            Item item = skill.items().get(random.nextInt(skill.items().size()));
            // One in fifty goes to lunch.
            at = at.plusMillis(5_000 + random.nextInt(60_000) + (random.nextInt(50) == 0 ? 3_600_000 : 0));
            answers.add(new Answer(position, skill.id(), item.id(), outcome(item, skill, ability, at), at));
        }
        return new TestRun(new UUID(random.nextLong(), random.nextLong()), start, answers);
    }

    private Outcome outcome(Item item, Skill skill, double ability, Instant at) {
        if (item == skipped() && random.nextInt(5) < 2) {
            return Outcome.SKIPPED;
        }
        double difficulty = skill.level() - 0.5 + (item == harder() ? 2 : 0);
        double chance = item == luck()
                ? 0.5
                : item == easy() || item == leaked() && at.isAfter(NOW.minus(Duration.ofDays(30)))
                        ? 0.99
                        : 1 / (1 + Math.exp(difficulty - ability));
        boolean right = random.nextDouble() < chance;
        return right && random.nextInt(30) == 0 ? Outcome.LATE : right ? Outcome.RIGHT : Outcome.WRONG;
    }
}
