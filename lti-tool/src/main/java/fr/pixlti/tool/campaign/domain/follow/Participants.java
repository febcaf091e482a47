package fr.pixlti.tool.campaign.domain.follow;

import fr.pixlti.tool.campaign.domain.Participation;
import fr.pixlti.tool.shared.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The participations of campaigns, as teachers look at them: by the page, never all of them. */
public interface Participants {

    /** Ids of the participations of those who tried the campaign as its teachers: they are in no list and no figure. */
    List<UUID> trials(UUID campaign);

    /** How many there are in each state, and which sendings are in. */
    Received received(Scope scope);

    /** How many the filter leaves; the scope takes the place of its group. */
    int count(Scope scope, ParticipantFilter filter);

    /** Some of those that the filter leaves, in its order; equal ones by name. */
    List<Participation> page(Scope scope, ParticipantFilter filter, int offset, int limit);

    /** Everybody who takes part. */
    Set<PersonId> people(UUID campaign);

    /** Keys of the badges obtained, by participation. */
    Map<UUID, List<String>> badges(Collection<UUID> participations);
}
