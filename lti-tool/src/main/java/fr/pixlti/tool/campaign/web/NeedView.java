package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.campaign.domain.follow.TopicNeed;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Topic;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A topic to work on.
 *
 * @param competence code and name
 * @param dots 1 to 4, 4 is most urgent
 * @param level mean level reached, 0 to 8
 * @param topLevel highest that the campaign tests
 * @param lesson title, absent where the topic has none
 * @param lessonPath where to read it
 */
record NeedView(String topic, String title, String competence, int dots, double level, int topLevel,
        @Nullable String lesson, int minutes, String lessonPath) {

    private static final int DOTS = 4;

    static List<NeedView> of(UUID campaign, List<TopicNeed> needs, ContentRelease release, Locale locale) {
        return needs.stream().map(need -> of(campaign, need, release, locale)).toList();
    }

    private static NeedView of(UUID campaign, TopicNeed need, ContentRelease release, Locale locale) {
        Topic topic = need.topic();
        Topic.Lesson lesson = topic.lesson();
        return new NeedView(topic.id(), topic.title(), FollowPages.competence(topic.competence(), release, locale),
                need.recommendation().dots(), need.meanLevel(), need.topLevel(),
                lesson == null ? null : lesson.title(), lesson == null ? 0 : lesson.minutes(),
                "/campaigns/" + campaign + "/lessons/" + topic.id());
    }

    public String drawn() {
        return drawn(dots);
    }

    /** @param dots 1 to 4 */
    static String drawn(int dots) {
        return "●".repeat(dots) + "○".repeat(DOTS - dots);
    }

    /** Length of the bar of the level, 0 to 100. */
    public double length() {
        return Chart.length(level, topLevel);
    }
}
