package fr.pixlti.tool.assessment.web;

import fr.pixlti.tool.content.Topic;
import org.jspecify.annotations.Nullable;

/**
 * What helps with a topic.
 *
 * @param id of the topic
 * @param hint and lesson: a pack of an operator may lack either
 */
record LessonView(String id, String topic, @Nullable String hint, Topic.@Nullable Lesson lesson) {

    /** Whether there is anything to show. */
    static boolean has(Topic topic) {
        return topic.hint() != null || topic.lesson() != null;
    }

    static LessonView of(Topic topic) {
        return new LessonView(topic.id(), topic.title(), topic.hint(), topic.lesson());
    }
}
