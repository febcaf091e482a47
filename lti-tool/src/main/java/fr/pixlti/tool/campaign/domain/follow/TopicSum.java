package fr.pixlti.tool.campaign.domain.follow;

/**
 * What some people's last sendings say of a topic.
 *
 * @param people at least 1
 * @param validated skills, of all of them together
 * @param reached sum of the levels of the hardest skill that each validated, 0 for none
 * @param recommendation sum of their scores, as {@link fr.pixlti.tool.campaign.domain.results.TopicResult#score} counts
 *     them: low is urgent (pix.md §2)
 */
public record TopicSum(String topic, int people, long validated, long reached, long recommendation) {}
