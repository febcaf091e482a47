package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.campaign.domain.follow.CompetenceSum;
import fr.pixlti.tool.campaign.domain.results.Mastery;
import fr.pixlti.tool.content.ContentRelease;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A competence's result, of one person or on an average of several.
 *
 * @param name with its code
 * @param percent mastery, 0 to 100; 0 in a collection
 * @param validated mean number of validated skills
 * @param skills mean number of targeted skills; 0 in a collection
 * @param level mean level of the profiles, 0 where it is no collection
 * @param maxLevel the highest that can be reached
 * @param pix mean of the profiles
 * @param length of the bar, 0 to 100
 */
record CompetenceLine(String code, String name, int percent, double validated, double skills, double level,
        int maxLevel, double pix, double length) {

    /** By code. */
    static List<CompetenceLine> of(List<CompetenceSum> sums, int maxLevel, ContentRelease release, Locale locale) {
        return sums.stream().sorted(Comparator.comparing(CompetenceSum::competence))
                .map(sum -> of(sum, maxLevel, release, locale)).toList();
    }

    private static CompetenceLine of(CompetenceSum sum, int maxLevel, ContentRelease release, Locale locale) {
        int percent = new Mastery((int) sum.validated(), (int) sum.skills()).percent();
        double level = FollowPages.mean(sum.levels(), sum.people());
        return new CompetenceLine(sum.competence(), FollowPages.competence(sum.competence(), release, locale), percent,
                FollowPages.mean(sum.validated(), sum.people()), FollowPages.mean(sum.skills(), sum.people()), level,
                maxLevel, FollowPages.mean(sum.pix(), sum.people()),
                sum.skills() > 0 ? percent : Chart.length(level, maxLevel));
    }
}
