package fr.pixlti.tool.demo.domain;

import java.util.Map;

/**
 * A link to the tool in the course.
 *
 * @param id the resource link id
 * @param moduleId number of the activity in the course, which Moodle keeps apart from the link's
 * @param custom custom parameters of the link, before their keys are also sent in lower case
 * @param reviewable whether the tool said that people's work can be looked at from the gradebook
 */
public record Activity(String id, String moduleId, String title, String description, Map<String, String> custom,
        String deploymentId, boolean reviewable) {

    /** An activity set up by hand, whose work can be looked at. */
    public Activity(String id, String moduleId, String title, String description, Map<String, String> custom,
            String deploymentId) {
        this(id, moduleId, title, description, custom, deploymentId, true);
    }
}
