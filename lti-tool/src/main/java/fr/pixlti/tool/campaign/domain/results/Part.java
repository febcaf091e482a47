package fr.pixlti.tool.campaign.domain.results;

import java.util.List;

/**
 * A topic, a competence or an area of a target.
 *
 * @param topics indexes of its topics in the target
 */
record Part(String code, int[] topics) {

    /** What one person knows of it. @param results of every topic of the target */
    PartResult of(List<TopicResult> results) {
        int skills = 0;
        int assessed = 0;
        int validated = 0;
        int reached = 0;
        int top = 0;
        for (int index : topics) {
            TopicResult topic = results.get(index);
            skills += topic.skills();
            assessed += topic.assessed();
            validated += topic.validated();
            reached += topic.reachedLevel();
            top = Math.max(top, topic.topLevel());
        }
        return new PartResult(code, skills, assessed, validated, (double) reached / topics.length, top);
    }

    /** What a cohort knows of it. @param validated @param reached sums over its members, by topic of the target */
    CohortPart of(List<Rungs> rungs, int people, int[] validated, int[] reached) {
        int skills = 0;
        int good = 0;
        int levels = 0;
        int top = 0;
        for (int index : topics) {
            skills += rungs.get(index).skills().length;
            good += validated[index];
            levels += reached[index];
            top = Math.max(top, rungs.get(index).topLevel());
        }
        return new CohortPart(code, people, skills, good, (double) levels / ((long) people * topics.length), top);
    }
}
