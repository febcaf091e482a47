package fr.pixlti.tool.campaign.domain.follow;

/**
 * What some people's last sendings say of a topic.
 *
 * @param people at least 1
 * @param validated skills, of all of them together
 * @param reached sum of the levels of the hardest skill that each validated, 0 for none
 * @param recommendation sum of their scores in hundredths: 0 to 10,000 each, low is urgent (pix.md §2)
 */
public record TopicSum(String topic, int people, long validated, long reached, long recommendation) {}
