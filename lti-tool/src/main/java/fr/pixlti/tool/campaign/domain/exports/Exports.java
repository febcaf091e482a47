package fr.pixlti.tool.campaign.domain.exports;

import fr.pixlti.tool.campaign.domain.Participation;
import fr.pixlti.tool.shared.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What exports read of participations, a page at a time: no export is ever in memory as a whole. */
public interface Exports {

    /**
     * The participations that come next by name; teachers' own tries are none.
     *
     * @param after the last one of the page before, absent for the first page
     * @param most how many at most
     */
    List<Line> lines(UUID campaignId, @Nullable Line after, int most);

    /** What these people sent last of a campaign; those who sent nothing are absent. */
    Map<PersonId, Participation> sent(UUID campaignId, Collection<PersonId> people);

    /** The results by competence of what was sent last, by participation. */
    Map<UUID, List<Part>> parts(Collection<UUID> participations);

    /** Keys of the badges obtained with what was sent last, by participation; those without any are absent. */
    Map<UUID, Set<String>> badges(Collection<UUID> participations);

    /** Codes of the competences that somebody's sent result speaks of. */
    Set<String> competences(UUID campaignId);

    /** @param sortName by which it is sorted */
    record Line(Participation participation, String sortName) {}

    /**
     * A competence's part of a result.
     *
     * @param skills skills tested, 0 in a collection
     * @param validated skills validated, 0 in a collection
     * @param pix 0 to 64, absent but in a collection
     * @param level 0 to 8, absent but in a collection
     */
    record Part(String competence, int skills, int validated, @Nullable Integer pix, @Nullable Integer level) {}
}
