package fr.pixlti.tool.assessment.domain.engine;

import fr.pixlti.tool.content.Skill;
import java.util.Collection;
import java.util.Map;

/**
 * The result in one competence (pix.md §1, score).
 *
 * @param pix 0 to 8 × the highest level that can be reached
 * @param level 0 to that level
 */
public record Score(int pix, int level) {

    private static final int PIX_PER_LEVEL = 8;
    /** Thirds and sevenths of a pix do not add up exactly; this is less than any of them. */
    private static final double ROUNDING = 1e-6;

    /**
     * Sums what validated skills are worth.
     *
     * @param skills all of the competence, or those of them that a test was about
     * @param maxLevel highest level that can be reached
     */
    public static Score of(Collection<Skill> skills, Map<String, KnowledgeElement> known, int maxLevel) {
        double earned = 0;
        for (Skill skill : skills) {
            KnowledgeElement element = known.get(skill.id());
            if (element != null && element.validated()) {
                earned += skill.pixValue();
            }
        }
        int pix = (int) Math.floor(earned + ROUNDING);
        return new Score(Math.min(pix, maxLevel * PIX_PER_LEVEL), Math.min(pix / PIX_PER_LEVEL, maxLevel));
    }
}
