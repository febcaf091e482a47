package fr.pixlti.tool.campaign.domain.follow;

import fr.pixlti.tool.campaign.domain.CampaignTarget;
import fr.pixlti.tool.campaign.domain.results.Recommendation;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Skill;
import fr.pixlti.tool.content.TargetProfile.CappedTopic;
import fr.pixlti.tool.content.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much a topic is to be worked on, by one person or by all of a group (pix.md §2).
 *
 * @param recommendation dots and score; of several people by the mean of their scores
 * @param meanLevel mean level of the hardest skill that they validated, 0 for none
 * @param topLevel level of the hardest skill that the campaign tests
 */
public record TopicNeed(Topic topic, Recommendation recommendation, double meanLevel, int topLevel) {

    /** The most urgent first; equally urgent ones in the campaign's order. A topic that the content lost is left out. */
    static List<TopicNeed> ranked(CampaignTarget target, List<TopicSum> sums, ContentRelease release) {
        Map<String, TopicSum> byTopic = new HashMap<>();
        sums.forEach(sum -> byTopic.put(sum.topic(), sum));
        List<TopicNeed> needs = new ArrayList<>();
        for (CappedTopic capped : target.topics()) {
            TopicSum sum = byTopic.get(capped.topic());
            Topic topic = release.topics().get(capped.topic());
            if (sum != null && topic != null) {
                needs.add(new TopicNeed(topic,
                        Recommendation.of(topic.id(), topic.competence(), sum.recommendation(), sum.people()),
                        (double) sum.reached() / sum.people(), topLevel(topic, capped.maxLevel())));
            }
        }
        needs.sort(Comparator.comparingDouble(need -> need.recommendation().score()));
        return List.copyOf(needs);
    }

    private static int topLevel(Topic topic, int cap) {
        return topic.skills().stream().mapToInt(Skill::level).filter(level -> level <= cap).max().orElse(cap);
    }
}
