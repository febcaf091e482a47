package fr.pixlti.tool.assessment.domain.profile;

import fr.pixlti.tool.assessment.AssessmentApi.Scorecard;
import fr.pixlti.tool.assessment.AssessmentSettings;
import java.util.List;

/**
 * The results of a person in all competences (pix.md §1 and §3.1).
 *
 * @param pix sum over {@code competences}
 * @param maxPix what {@code pix} is out of
 * @param competences of the framework CRCN, in its order
 * @param others those of every other framework in which something is known, in its order
 * @param reached how many of {@code competences} are at the level that certification asks for
 * @param rules what certification asks for now
 */
public record Profile(int pix, int maxPix, List<Scorecard> competences, List<Scorecard> others, int reached,
        AssessmentSettings.Certifiable rules) {

    public Profile {
        competences = List.copyOf(competences);
        others = List.copyOf(others);
    }

    /** Whether the person may sit the certification. */
    public boolean certifiable() {
        return reached >= rules.competences();
    }
}
