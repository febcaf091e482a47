package fr.pixlti.tool.campaign.domain.follow;

import fr.pixlti.tool.campaign.domain.CampaignTarget;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.Topic;
import fr.pixlti.tool.people.CourseGroup;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A teacher of the course reads what those who sent are to work on, and the lessons for it. */
@Component
public class ReadAnalysis {

    private final FindFollowed find;
    private final Participants participants;
    private final KeptFigures figures;
    private final ContentApi content;
    private final Transactions transactions;

    ReadAnalysis(FindFollowed find, Participants participants, KeptFigures figures, ContentApi content,
            Transactions transactions) {
        this.find = find;
        this.participants = participants;
        this.figures = figures;
        this.content = content;
        this.transactions = transactions;
    }

    /**
     * @param group of the course, to which it is limited; absent for everybody
     * @throws DomainError {@code campaign.not-found} for anyone but a teacher of the campaign's course, and for a
     *     collection of profiles, which tests nothing
     */
    public Analysis of(UUID campaignId, @Nullable UUID group, PersonId teacher) {
        return transactions.call(() -> {
            Followed followed = find.of(campaignId, teacher);
            CampaignTarget target = target(followed);
            Scope scope = find.scope(followed, group);
            Received received = participants.received(scope);
            return new Analysis(followed, find.groups(followed), received.sent(),
                    TopicNeed.ranked(target, figures.topics(scope, received), content.current()));
        });
    }

    /**
     * A topic of the campaign, with its lesson.
     *
     * @throws DomainError {@code campaign.not-found} as above, and for a topic that the campaign does not test or that has
     *     no lesson
     */
    public Lesson lesson(UUID campaignId, String topic, PersonId teacher) {
        return transactions.call(() -> {
            Followed followed = find.of(campaignId, teacher);
            CampaignTarget target = target(followed);
            Topic found = target.topics().stream().anyMatch(each -> each.topic().equals(topic))
                    ? content.current().topics().get(topic)
                    : null;
            if (found == null || found.lesson() == null) {
                throw FindFollowed.notFound();
            }
            return new Lesson(followed, found);
        });
    }

    private static CampaignTarget target(Followed followed) {
        return Optional.ofNullable(followed.target()).orElseThrow(FindFollowed::notFound);
    }

    /**
     * @param people how many of the group sent
     * @param needs the most urgent first
     */
    public record Analysis(Followed followed, List<CourseGroup> groups, int people, List<TopicNeed> needs) {}

    /** @param topic has a lesson */
    public record Lesson(Followed followed, Topic topic) {}
}
