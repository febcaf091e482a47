package fr.pixlti.tool.campaign.domain.made;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.pixlti.tool.campaign.domain.Campaign;
import fr.pixlti.tool.campaign.domain.CampaignCodes;
import fr.pixlti.tool.campaign.domain.Campaigns;
import fr.pixlti.tool.campaign.domain.MadeCampaigns;
import fr.pixlti.tool.campaign.domain.Participate;
import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.people.PeopleApi;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Somebody joins a campaign by the code that a teacher gave them. */
@Component
public class JoinCampaign {

    /** Wrong codes that a person may try, by mistake, within {@link #WHILE}. */
    static final int MOST_MISTAKES = 10;
    static final Duration WHILE = Duration.ofMinutes(5);
    private static final int LONGEST_CODE = 9;

    private final Campaigns campaigns;
    private final MadeCampaigns made;
    private final Participate participate;
    private final PeopleApi people;
    private final Transactions transactions;
    private final Clock clock;

    /**
     * Each node counts for itself: a person who were sent to another with each try would have a few times as many, of the
     * billions of codes there are.
     */
    private final Cache<PersonId, AtomicInteger> mistakes = Caffeine.newBuilder().maximumSize(100_000)
            .expireAfterWrite(WHILE).build();

    JoinCampaign(Campaigns campaigns, MadeCampaigns made, Participate participate, PeopleApi people,
            Transactions transactions, Clock clock) {
        this.campaigns = campaigns;
        this.made = made;
        this.participate = participate;
        this.people = people;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param typed as people type it: spaces, dashes and lower case do not count */
    public Outcome byCode(String typed, PersonId person) {
        String code = CampaignCodes.plain(typed);
        AtomicInteger before = mistakes.getIfPresent(person);
        if (before != null && before.get() >= MOST_MISTAKES) {
            return new Outcome.TooMany();
        }
        Outcome outcome = code.length() > LONGEST_CODE
                ? new Outcome.Unknown()
                : transactions.call(() -> join(code, person));
        if (outcome instanceof Outcome.Unknown && !code.isEmpty()) {
            mistakes.get(person, key -> new AtomicInteger()).incrementAndGet();
        }
        return outcome;
    }

    private Outcome join(String code, PersonId person) {
        // A code of another school is none: nothing is said of the campaigns of others.
        Optional<Campaign> found = made.ofCode(code).flatMap(campaigns::find)
                .filter(campaign -> people.inOrganisationOf(person, campaign.courseId()));
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        Campaign campaign = found.get();
        if (people.roleIn(person, campaign.courseId()) == LtiRole.INSTRUCTOR) {
            return new Outcome.Joined("/campaigns/" + campaign.id());
        }
        if (made.settings(campaign.id()).orElseThrow().archived()) {
            return campaigns.participationOf(campaign.id(), person)
                    .<Outcome>map(there -> new Outcome.Joined("/participations/" + there.id()))
                    .orElseGet(Outcome.Archived::new);
        }
        return new Outcome.Joined("/participations/" + participate.handle(campaign, person, clock.instant()));
    }

    /** What became of a code. */
    public sealed interface Outcome {

        /** @param path of the person's own page, or of the campaign for those who teach its course */
        record Joined(String path) implements Outcome {}

        /** Nobody has it, or another school. */
        record Unknown() implements Outcome {}

        /** The campaign takes nobody any more. */
        record Archived() implements Outcome {}

        /** This person tried too many codes. */
        record TooMany() implements Outcome {}
    }
}
