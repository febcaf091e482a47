package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.campaign.domain.follow.ReadAnalysis.Analysis;
import fr.pixlti.tool.content.ContentRelease;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a class is to work on.
 *
 * @param group the one shown, absent when all are
 * @param people how many of it sent
 */
record AnalysisPage(MadeHead head, List<FollowPages.Group> groups, @Nullable UUID group, int people,
        List<NeedView> needs) {

    static AnalysisPage of(Analysis read, @Nullable UUID group, ContentRelease release, Locale locale) {
        return new AnalysisPage(MadeHead.of(read.followed().made(), MadeHead.Tab.ANALYSIS),
                FollowPages.groups(read.groups()), group, read.people(),
                NeedView.of(read.followed().campaign().id(), read.needs(), release, locale));
    }
}
