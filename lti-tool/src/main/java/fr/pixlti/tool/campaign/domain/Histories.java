package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.shared.PersonId;
import java.util.List;

/** What people did. */
public interface Histories {

    /**
     * The participations of a person that came to an end: sent, or where nothing is sent with a test completed; the newest
     * end first.
     */
    List<Participation> of(PersonId person, int most);
}
