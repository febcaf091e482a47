package fr.pixlti.tool.journey;

import static fr.pixlti.schema.Tables.ASSESSMENT_ANSWER;
import static fr.pixlti.schema.Tables.ASSESSMENT_ASSESSMENT;

import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Skill;
import fr.pixlti.tool.content.TargetProfile.CappedTopic;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import java.util.Objects;
import java.util.Comparator;

/**
 * One person's results in a path reckoned a second time, in the plainest way and from nothing but the answers in the
 * database and the rules of pix.md §1 and §2. Right only for somebody who took this path and no other test.
 *
 * @param ladders skills of each topic as far as the path goes, by rising level
 * @param known whether a skill is validated, for the skills that are known of
 */
record ByHand(Map<String, List<Skill>> ladders, Map<String, Boolean> known) {

    static ByHand of(DSLContext db, UUID person, UUID path, List<CappedTopic> topics, ContentRelease release) {
        Map<String, List<Skill>> ladders = new LinkedHashMap<>();
        topics.forEach(topic -> ladders.put(topic.topic(), release.skillsOf(List.of(topic))));
        Map<String, Boolean> known = new HashMap<>();
        db.select(ASSESSMENT_ANSWER.SKILL, ASSESSMENT_ANSWER.OUTCOME).from(ASSESSMENT_ANSWER)
                .join(ASSESSMENT_ASSESSMENT).on(ASSESSMENT_ASSESSMENT.ID.eq(ASSESSMENT_ANSWER.ASSESSMENT_ID))
                .where(ASSESSMENT_ASSESSMENT.PERSON_ID.eq(person)).and(ASSESSMENT_ASSESSMENT.SUBJECT_ID.eq(path))
                .orderBy(ASSESSMENT_ANSWER.ANSWERED_AT).forEach(answer -> learn(known, release.skill(answer.value1()),
                        answer.value2().equals("RIGHT"), ladders));
        return new ByHand(ladders, known);
    }

    private static void learn(Map<String, Boolean> known, Skill answered, boolean right,
            Map<String, List<Skill>> ladders) {
        known.putIfAbsent(answered.id(), right);
        for (Skill other : ladders.getOrDefault(answered.topic(), List.of())) {
            if (right ? other.level() < answered.level() : other.level() > answered.level()) {
                known.putIfAbsent(other.id(), right);
            }
        }
    }

    private static int percent(long validated, long skills) {
        return BigDecimal.valueOf(validated)
                .divide(BigDecimal.valueOf(skills), new MathContext(2, RoundingMode.HALF_UP)).movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP).intValue();
    }

    private List<Skill> ladder(String topic) {
        return Objects.requireNonNull(ladders.get(topic), topic);
    }

    int skills() {
        return ladders.values().stream().mapToInt(List::size).sum();
    }

    int validated() {
        return ladders.keySet().stream().mapToInt(this::validated).sum();
    }

    int mastery() {
        return percent(validated(), skills());
    }

    int validated(String topic) {
        return (int) ladder(topic).stream().filter(skill -> known.getOrDefault(skill.id(), false)).count();
    }

    int reached(String topic) {
        return ladder(topic).stream().filter(skill -> known.getOrDefault(skill.id(), false))
                .mapToInt(Skill::level).max().orElse(0);
    }

    /** 0 to 100, low is urgent (pix.md §2). */
    double recommendation(String topic) {
        List<Skill> ladder = ladder(topic);
        double top = ladder.getLast().level();
        double hardest = ladders.values().stream().mapToInt(each -> each.getLast().level()).max().orElseThrow();
        double reached = reached(topic);
        double next = ladder.stream().filter(skill -> !known.getOrDefault(skill.id(), false)).mapToInt(Skill::level)
                .min().orElse((int) top);
        double sum = 40 * reached / top + 30 * top / hardest + 20.0 * validated(topic) / ladder.size();
        return Math.min(100, validated(topic) == 0 ? sum : sum + 10 * reached / next);
    }

    /** Skills validated and skills of each competence. */
    Map<String, List<Integer>> byCompetence() {
        Map<String, List<Integer>> figures = new HashMap<>();
        ladders.forEach((topic, ladder) -> {
            List<Integer> sofar = figures.getOrDefault(ladder.getFirst().competence(), List.of(0, 0));
            figures.put(ladder.getFirst().competence(),
                    List.of(sofar.get(0) + validated(topic), sofar.get(1) + ladder.size()));
        });
        return figures;
    }

    static int dots(double recommendation) {
        return recommendation <= 25 ? 4 : recommendation <= 50 ? 3 : recommendation <= 75 ? 2 : 1;
    }

    /** The topics of a class, the most urgent first, with the mean of its members' recommendations. */
    static Map<String, Double> urgency(List<ByHand> members) {
        List<String> topics = new ArrayList<>(members.getFirst().ladders().keySet());
        Map<String, Double> means = topics.stream().collect(Collectors.toMap(topic -> topic, topic -> members.stream()
                .mapToDouble(member -> member.recommendation(topic)).average().orElseThrow()));
        topics.sort(Comparator.comparingDouble(topic -> means.getOrDefault(topic, Double.NaN)));
        Map<String, Double> ranked = new LinkedHashMap<>();
        topics.forEach(topic -> ranked.put(topic, means.getOrDefault(topic, Double.NaN)));
        return ranked;
    }
}
