package fr.pixlti.tool.demo.wire;

import fr.pixlti.tool.demo.domain.Activity;
import fr.pixlti.tool.demo.domain.Choices.Choice;
import fr.pixlti.tool.demo.domain.LineItem;
import fr.pixlti.tool.demo.domain.Person;
import java.time.Instant;
import java.util.Locale;

/**
 * A launch that the browser has begun and that the tool has not yet asked about.
 *
 * @param id what the message hint names; good for one request
 */
public record PendingLaunch(String id, Person person, Purpose purpose, Container container, Locale locale,
        Instant begun) {

    /** What the tool is opened for. */
    public sealed interface Purpose {

        String deploymentId();

        /** Opening an activity. */
        record Open(Activity activity) implements Purpose {

            @Override
            public String deploymentId() {
                return activity.deploymentId();
            }
        }

        /** Choosing what to add to the course. */
        record Choose(Choice choice) implements Purpose {

            @Override
            public String deploymentId() {
                return choice.deploymentId();
            }
        }

        /** Looking at a pupil's work from a column of the gradebook. */
        record Review(Activity activity, LineItem column, Person pupil) implements Purpose {

            @Override
            public String deploymentId() {
                return activity.deploymentId();
            }
        }
    }
}
