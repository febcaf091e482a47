package fr.pixlti.tool.campaign.domain.results;

/**
 * What one person knows of a competence or of an area, of what is tested of it.
 *
 * @param code of the competence or area
 * @param skills skills tested, at least 1
 * @param assessed skills known to be validated or not
 * @param validated skills validated
 * @param reachedLevel mean of the levels reached in its topics, 0 to 8
 * @param topLevel level of the hardest skill tested, 1 to 8
 */
public record PartResult(String code, int skills, int assessed, int validated, double reachedLevel, int topLevel) {

    public Mastery mastery() {
        return new Mastery(validated, skills);
    }
}
