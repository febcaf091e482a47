package fr.pixlti.tool.assessment.domain;

import fr.pixlti.tool.content.Needs;
import fr.pixlti.tool.shared.PersonId;

/** What people told of what they need. Nobody but the person themselves is shown it. */
public interface SaidNeeds {

    Needs of(PersonId person);

    /** Keeps them in place of those told before; of a person without needs nothing is kept. */
    void keep(PersonId person, Needs needs);
}
