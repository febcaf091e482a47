package fr.pixlti.tool.campaign.domain.results;

/**
 * What a cohort knows of a topic, a competence or an area.
 *
 * @param code id of the topic, code of the competence or area
 * @param people members of the cohort, at least 1
 * @param skills skills tested, at least 1
 * @param validated validated skills of all members together, 0 to {@code people} × {@code skills}
 * @param reachedLevel mean over members and topics of the level reached, 0 to 8
 * @param topLevel level of the hardest skill tested, 1 to 8
 */
public record CohortPart(String code, int people, int skills, int validated, double reachedLevel, int topLevel) {

    /** The mean of the members' mastery. */
    public Mastery mastery() {
        return new Mastery(validated, people * skills);
    }

    /** The mean number of validated skills, 0 to {@code skills}. */
    public double meanValidated() {
        return (double) validated / people;
    }
}
