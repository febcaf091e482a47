package fr.pixlti.tool.assessment.domain.profile;

import fr.pixlti.tool.shared.PersonId;
import java.time.Instant;
import java.util.List;

/** Lessons that people keep; each is named by its topic. */
public interface SavedLessons {

    /** Those of a person, the newest first. */
    List<Saved> of(PersonId person);

    /** Nothing changes for one that is kept already. */
    void save(PersonId person, String topic, Instant now);

    /** Takes it off the person's list; that they found it useful stays. */
    void remove(PersonId person, String topic);

    /** Of a lesson on the person's list; nothing changes for another. */
    void vote(PersonId person, String topic, boolean useful);

    /** How many people find a lesson useful. */
    int votes(String topic);

    record Saved(String topic, Instant at, boolean useful) {}
}
