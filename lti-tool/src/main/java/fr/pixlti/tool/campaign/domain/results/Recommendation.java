package fr.pixlti.tool.campaign.domain.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How much a topic is to be worked on (pix.md §2, recommendation).
 *
 * @param topic its id
 * @param competence code of its competence
 * @param score 0 to 100, low is urgent; of a cohort the mean of its members' scores
 * @param dots 4, most urgent, to 1: up to 25 points 4, up to 50 points 3, up to 75 points 2
 */
public record Recommendation(String topic, String competence, double score, int dots) {

    /** What one point of a score is counted in: 840 is the smallest number that 1 to 8 divide. */
    public static final int UNIT = 840;

    /**
     * The recommendation for a cohort, or for one person.
     *
     * @param units sum of the scores as {@link TopicResult#score} gives them
     * @param people how many scores that is, at least 1
     */
    public static Recommendation of(String topic, String competence, long units, int people) {
        long point = (long) UNIT * people;
        int dots = units <= 25 * point ? 4 : units <= 50 * point ? 3 : units <= 75 * point ? 2 : 1;
        return new Recommendation(topic, competence, (double) units / point, dots);
    }

    /** The most urgent first; equally urgent ones in the path's order. @param units sums of scores, by topic */
    static List<Recommendation> ranked(List<Rungs> topics, long[] units, int people) {
        List<Recommendation> all = new ArrayList<>(units.length);
        for (int i = 0; i < units.length; i++) {
            Rungs topic = topics.get(i);
            all.add(of(topic.topic(), topic.competence(), units[i], people));
        }
        // The same number of people divides them all: what is equal is equal as a double too.
        all.sort(Comparator.comparingDouble(Recommendation::score));
        return all;
    }
}
