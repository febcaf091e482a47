package fr.pixlti.tool.campaign.domain.follow;

import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A teacher of the course reminds pupils who have not sent: their own page of the campaign says so from then on. */
@Component
public class AskForResults {

    private final FindFollowed find;
    private final ReadParticipant read;
    private final Reminders reminders;
    private final Transactions transactions;
    private final Clock clock;

    AskForResults(FindFollowed find, ReadParticipant read, Reminders reminders, Transactions transactions,
            Clock clock) {
        this.find = find;
        this.read = read;
        this.reminders = reminders;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @param participation whose result is awaited; absent for everybody's who has begun and not sent
     * @return how many were reminded; none of those who were today already
     * @throws DomainError {@code campaign.not-found} for anyone but a teacher of the campaign's course and for a
     *     participation in another campaign; {@code campaign.reminder-archived} since an archived campaign takes no results
     */
    public int handle(UUID campaignId, @Nullable UUID participation, PersonId teacher) {
        return transactions.call(() -> {
            Followed followed = find.of(campaignId, teacher);
            if (participation != null) {
                read.participation(campaignId, participation);
            }
            if (followed.settings().archived()) {
                throw new DomainError("campaign.reminder-archived", DomainError.Kind.CONFLICT);
            }
            return reminders.ask(followed.all(), participation, teacher, clock.instant());
        });
    }
}
