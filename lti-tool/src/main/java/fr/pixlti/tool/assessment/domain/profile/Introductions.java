package fr.pixlti.tool.assessment.domain.profile;

import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;

/** Who was told how tests work. */
public interface Introductions {

    boolean seen(PersonId person);

    /** Keeps the first time only. */
    void note(PersonId person, Instant now);
}
