package fr.pixlti.tool.campaign.domain.results;

/**
 * What one person knows of one topic, up to the level that is tested.
 *
 * @param topic its id
 * @param competence code of its competence
 * @param skills skills tested, 1 to 8
 * @param assessed skills known to be validated or not
 * @param validated skills validated
 * @param topLevel level of the hardest skill tested, 1 to 8
 * @param reachedLevel level of the hardest skill validated, 0 where none is
 * @param nextLevel level of the easiest skill that is not validated; the hardest one's where all are
 */
public record TopicResult(String topic, String competence, int skills, int assessed, int validated, int topLevel,
        int reachedLevel, int nextLevel) {

    public Mastery mastery() {
        return new Mastery(validated, skills);
    }

    /**
     * How little the topic needs work, from 0 (most urgent) to 100 (pix.md §2, recommendation per topic): 40 points for the
     * level reached, 30 for the topic's difficulty in the path, 20 for the skills validated, 10 for how near the next level
     * is; nothing for that where no skill is validated.
     *
     * @param pathLevel level of the hardest skill of the path
     * @return in units of {@link Recommendation#UNIT}, 0 to 100 of them: every level and every number of skills divides the
     *         unit, so thresholds are met exactly and sums of a cohort lose nothing
     */
    public int score(int pathLevel) {
        int unit = Recommendation.UNIT;
        int score = 40 * unit / topLevel * reachedLevel + 30 * unit / pathLevel * topLevel
                + 20 * unit / skills * validated;
        if (validated > 0) {
            score += 10 * unit / nextLevel * reachedLevel;
        }
        // An easier skill may have been lost since a harder one was validated: the next level is then below the reached one.
        return Math.min(score, 100 * unit);
    }
}
