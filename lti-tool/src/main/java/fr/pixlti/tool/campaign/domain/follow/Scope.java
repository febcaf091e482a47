package fr.pixlti.tool.campaign.domain.follow;

import fr.pixlti.tool.shared.PersonId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which participations of a campaign are meant.
 *
 * @param among whose; absent for everybody's
 * @param without participations that do not count
 */
public record Scope(UUID campaign, @Nullable Set<PersonId> among, List<UUID> without) {

    public Scope {
        among = among == null ? null : Set.copyOf(among);
        without = List.copyOf(without);
    }

    Scope of(@Nullable Set<PersonId> people) {
        return new Scope(campaign, people, without);
    }
}
