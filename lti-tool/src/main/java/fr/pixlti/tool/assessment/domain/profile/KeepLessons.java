package fr.pixlti.tool.assessment.domain.profile;

import fr.pixlti.tool.assessment.domain.profile.SavedLessons.Saved;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Topic;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A person keeps lessons to read again, and says which were useful. Doing anything twice has one effect. */
@Component
public class KeepLessons {

    private final SavedLessons lessons;
    private final ContentApi content;
    private final Transactions transactions;
    private final Clock clock;

    KeepLessons(SavedLessons lessons, ContentApi content, Transactions transactions, Clock clock) {
        this.lessons = lessons;
        this.content = content;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The lessons kept, the newest first; without those that the content no longer has. */
    public List<Kept> of(PersonId person) {
        ContentRelease release = content.current();
        return transactions.call(() -> lessons.of(person)).stream().filter(saved -> has(release, saved.topic()))
                .map(saved -> new Kept(release.topic(saved.topic()), saved.useful())).toList();
    }

    /** Topics whose lessons are kept. */
    public Set<String> topics(PersonId person) {
        return transactions.call(() -> lessons.of(person)).stream().map(Saved::topic).collect(Collectors.toSet());
    }

    /** Whether the content has a lesson of that topic, to be kept. */
    public boolean has(String topic) {
        return has(content.current(), topic);
    }

    /** @throws DomainError {@code assessment.no-lesson} when the content has none of that topic */
    public Topic save(PersonId person, String topic) {
        Topic found = found(topic);
        transactions.run(() -> lessons.save(person, topic, clock.instant()));
        return found;
    }

    /** @throws DomainError as {@link #save} */
    public Topic remove(PersonId person, String topic) {
        Topic found = found(topic);
        transactions.run(() -> lessons.remove(person, topic));
        return found;
    }

    /** @throws DomainError as {@link #save} */
    public Topic vote(PersonId person, String topic, boolean useful) {
        Topic found = found(topic);
        transactions.run(() -> lessons.vote(person, topic, useful));
        return found;
    }

    /** How many people find the lesson of a topic useful, for whoever writes lessons. */
    public int votes(String topic) {
        return transactions.call(() -> lessons.votes(topic));
    }

    private Topic found(String topic) {
        if (!has(topic)) {
            throw DomainError.notFound("assessment.no-lesson");
        }
        return content.current().topic(topic);
    }

    private static boolean has(ContentRelease release, String topic) {
        Topic found = release.topics().get(topic);
        return found != null && found.lesson() != null;
    }

    /** A lesson that a person keeps. @param topic it has a lesson */
    public record Kept(Topic topic, boolean useful) {}
}
