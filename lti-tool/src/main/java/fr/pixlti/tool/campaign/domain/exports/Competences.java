package fr.pixlti.tool.campaign.domain.exports;

import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Framework.Area;
import fr.pixlti.tool.content.Framework.Competence;
import java.util.List;
import java.util.Set;

/** The competences that have columns, in the frameworks' order, and their areas. */
record Competences(List<Competence> all, List<Area> areas) {

    /** @param codes competences that no framework knows any more are left out */
    static Competences of(ContentRelease release, Set<String> codes) {
        List<Area> areas = release.frameworks().stream().flatMap(framework -> framework.areas().stream())
                .filter(area -> area.competences().stream().anyMatch(each -> codes.contains(each.code()))).toList();
        return new Competences(areas.stream().flatMap(area -> area.competences().stream())
                .filter(each -> codes.contains(each.code())).toList(), areas);
    }
}
