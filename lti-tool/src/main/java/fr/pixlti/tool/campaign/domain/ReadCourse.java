package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.campaign.domain.Copies.Choice;
import fr.pixlti.tool.campaign.domain.Copies.Copy;
import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.people.CourseGroup;
import fr.pixlti.tool.people.PeopleApi;
import fr.pixlti.tool.people.RosterState;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands around a campaign's results: the course's roster and groups, who left, the course it was copied from. */
@Component
public class ReadCourse {

    private final Campaigns campaigns;
    private final Copies copies;
    private final Parts parts;
    private final PeopleApi people;
    private final Transactions transactions;
    private final Clock clock;

    ReadCourse(Campaigns campaigns, Copies copies, Parts parts, PeopleApi people, Transactions transactions,
            Clock clock) {
        this.campaigns = campaigns;
        this.copies = copies;
        this.parts = parts;
        this.people = people;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @throws DomainError {@code campaign.not-found} for anyone but a teacher of the campaign's course */
    public Surroundings of(UUID campaignId, PersonId teacher) {
        return transactions.call(() -> {
            Campaign campaign = taught(campaignId, teacher);
            UUID course = campaign.courseId();
            List<Row> left = rows(campaign, people.formerLearners(course)).stream()
                    .filter(row -> row.participation() != null).toList();
            return new Surroundings(course, people.roster(course).orElse(null), people.groups(course), left,
                    copied(campaign, teacher).orElse(null));
        });
    }

    /** Has the course's roster read soon. @throws DomainError as {@link #of} */
    public void refresh(UUID campaignId, PersonId teacher) {
        transactions.run(() -> people.refreshRoster(taught(campaignId, teacher).courseId()));
    }

    /**
     * The teacher of a copied course says what they want of the activity; they may say otherwise later.
     *
     * @param together whether the results of both courses are to be shown
     * @throws DomainError as {@link #of}, also for an activity that is no copy, and when they may not see the other course
     */
    public void choose(UUID campaignId, PersonId teacher, boolean together) {
        transactions.run(() -> {
            Campaign campaign = taught(campaignId, teacher);
            Copied copied = copied(campaign, teacher)
                    .orElseThrow(() -> DomainError.notFound("campaign.not-found"));
            if (together && !copied.visible()) {
                throw DomainError.notFound("campaign.not-found");
            }
            copies.choose(campaign, together ? Choice.TOGETHER : Choice.FRESH, teacher, clock.instant());
        });
    }

    private Campaign taught(UUID campaignId, PersonId teacher) {
        return campaigns.find(campaignId)
                .filter(found -> people.roleIn(teacher, found.courseId()) == LtiRole.INSTRUCTOR)
                .orElseThrow(() -> DomainError.notFound("campaign.not-found"));
    }

    private Optional<Copied> copied(Campaign campaign, PersonId teacher) {
        return copies.of(campaign).map(copy -> copied(copy, teacher));
    }

    private Copied copied(Copy copy, PersonId teacher) {
        // The other course's pupils are shown to those only who teach there too.
        Campaign origin = Optional.ofNullable(copy.origin()).flatMap(campaigns::find)
                .filter(found -> people.roleIn(teacher, found.courseId()) == LtiRole.INSTRUCTOR).orElse(null);
        if (origin == null) {
            return new Copied(copy.choice(), false, "", List.of());
        }
        return new Copied(copy.choice(), true, people.courseTitle(origin.courseId()).orElse(""),
                copy.choice() == Choice.TOGETHER
                        ? rows(origin, people.learners(origin.courseId()))
                        : List.of());
    }

    private List<Row> rows(Campaign campaign, Collection<PersonId> learners) {
        if (learners.isEmpty()) {
            return List.of();
        }
        Map<PersonId, Participation> participations = campaigns.participations(campaign.id()).stream()
                .collect(Collectors.toMap(Participation::person, Function.identity()));
        Map<UUID, List<Part>> begun = campaign.several() ? parts.ofCampaign(campaign.id()) : Map.of();
        Map<PersonId, String> names = people.displayNames(learners);
        List<Row> rows = new ArrayList<>();
        for (PersonId person : learners) {
            Participation participation = participations.get(person);
            rows.add(new Row(names.getOrDefault(person, ""), participation,
                    participation == null ? List.of() : begun.getOrDefault(participation.id(), List.of())));
        }
        return rows;
    }

    /**
     * @param roster absent where the platform offers none
     * @param left who left the course, with what they did before
     * @param copied absent for an activity that is no copy
     */
    public record Surroundings(UUID courseId, @Nullable RosterState roster, List<CourseGroup> groups, List<Row> left,
            @Nullable Copied copied) {}

    /**
     * @param visible whether this teacher may see the results of the course it was copied from, and there are any
     * @param title of that course, empty when it is not known
     * @param rows its results where they are wanted
     */
    public record Copied(Choice choice, boolean visible, String title, List<Row> rows) {}

    /**
     * @param participation absent for who has not opened the activity
     * @param parts the competences begun of a test of several, in no order
     */
    public record Row(String name, @Nullable Participation participation, List<Part> parts) {}
}
