package fr.pixlti.tool.assessment;

import fr.pixlti.tool.shared.PersonId;
import java.util.Optional;

/** Who but its own person may read the answers of a test. Implemented by rooms that start tests. */
public interface ReviewReaders {

    /**
     * @param owner whose test it is
     * @return path, without a session's prefix, of the page that such a reader comes from; empty for everybody else
     */
    Optional<String> backFrom(AssessmentId test, PersonId owner, PersonId reader);
}
