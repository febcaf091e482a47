package fr.pixlti.tool.campaign.domain.results;

import java.util.List;

/**
 * What one person knows of what a campaign tests.
 *
 * @param topics in the target's order
 */
public record Outcome(Target target, List<TopicResult> topics) {

    public Outcome {
        topics = List.copyOf(topics);
    }

    public Mastery mastery() {
        int validated = 0;
        for (TopicResult topic : topics) {
            validated += topic.validated();
        }
        return new Mastery(validated, target.skills());
    }

    /** Skills known to be validated or not. */
    public int assessed() {
        int assessed = 0;
        for (TopicResult topic : topics) {
            assessed += topic.assessed();
        }
        return assessed;
    }

    /** By competence, in the framework's order. */
    public List<PartResult> byCompetence() {
        return target.byCompetence(topics);
    }

    /** By area, in the framework's order. */
    public List<PartResult> byArea() {
        return target.byArea(topics);
    }

    /** What to work on, the most urgent first. */
    public List<Recommendation> recommendations() {
        long[] units = new long[topics.size()];
        for (int i = 0; i < units.length; i++) {
            units[i] = topics.get(i).score(target.maxLevel());
        }
        return Recommendation.ranked(target.topics(), units, 1);
    }
}
