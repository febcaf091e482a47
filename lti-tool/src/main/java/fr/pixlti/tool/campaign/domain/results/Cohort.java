package fr.pixlti.tool.campaign.domain.results;

import java.util.List;

/** The results of many people of one campaign, added up one by one; keeps sums only. For one thread. */
public final class Cohort {

    private final Target target;
    private final long[] units;
    private final int[] validated;
    private final int[] reached;
    private int people;

    public Cohort(Target target) {
        this.target = target;
        this.units = new long[target.topics().size()];
        this.validated = new int[target.topics().size()];
        this.reached = new int[target.topics().size()];
    }

    /** @throws IllegalArgumentException for a result of another target: its topics are others */
    public void add(Outcome outcome) {
        if (outcome.target() != target) {
            throw new IllegalArgumentException("The result is of another target");
        }
        for (int i = 0; i < units.length; i++) {
            TopicResult topic = outcome.topics().get(i);
            units[i] += topic.score(target.maxLevel());
            validated[i] += topic.validated();
            reached[i] += topic.reachedLevel();
        }
        people++;
    }

    /** How many people were added. */
    public int people() {
        return people;
    }

    /** The mean of the members' mastery. */
    public Mastery mastery() {
        int sum = 0;
        for (int each : validated) {
            sum += each;
        }
        return new Mastery(sum, people * target.skills());
    }

    /** What the cohort is to work on, the most urgent first, by the mean of its members' scores; nothing without members. */
    public List<Recommendation> recommendations() {
        return people == 0 ? List.of() : Recommendation.ranked(target.topics(), units, people);
    }

    /** By topic, in the target's order; nothing without members. */
    public List<CohortPart> byTopic() {
        return parts(target.singleParts());
    }

    /** By competence, in the framework's order; nothing without members. */
    public List<CohortPart> byCompetence() {
        return parts(target.competenceParts());
    }

    /** By area, in the framework's order; nothing without members. */
    public List<CohortPart> byArea() {
        return parts(target.areaParts());
    }

    private List<CohortPart> parts(List<Part> parts) {
        return people == 0
                ? List.of()
                : parts.stream().map(part -> part.of(target.topics(), people, validated, reached)).toList();
    }
}
