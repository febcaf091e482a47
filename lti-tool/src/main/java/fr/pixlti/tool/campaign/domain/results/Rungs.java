package fr.pixlti.tool.campaign.domain.results;

import java.util.Set;

/** A topic's skills that are tested, by rising level; never none. */
record Rungs(String topic, String competence, String[] skills, int[] levels) {

    int topLevel() {
        return levels[levels.length - 1];
    }

    /** What somebody knows of it, from the ids of validated and of assessed skills. */
    TopicResult result(Set<String> validated, Set<String> assessed) {
        int known = 0;
        int good = 0;
        int reached = 0;
        int next = 0;
        for (int i = 0; i < skills.length; i++) {
            if (validated.contains(skills[i])) {
                known++;
                good++;
                reached = levels[i];
            } else {
                known += assessed.contains(skills[i]) ? 1 : 0;
                next = next == 0 ? levels[i] : next;
            }
        }
        return new TopicResult(topic, competence, skills.length, known, good, topLevel(), reached,
                next == 0 ? topLevel() : next);
    }
}
