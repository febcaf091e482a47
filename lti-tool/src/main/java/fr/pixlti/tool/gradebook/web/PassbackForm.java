package fr.pixlti.tool.gradebook.web;

import fr.pixlti.tool.gradebook.domain.PassbackQueue.Filter;
import fr.pixlti.tool.lti.spi.ScoreReturns.State;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the operator looks for, in a form because a name in an address would stay in logs and histories.
 *
 * @param before the score before which the page begins
 */
record PassbackForm(@Nullable UUID platform, @Nullable State state, @Nullable String title, @Nullable String person,
        @Nullable UUID before) {

    Filter filter() {
        return new Filter(platform, state, title == null ? "" : title, person == null ? "" : person);
    }
}
