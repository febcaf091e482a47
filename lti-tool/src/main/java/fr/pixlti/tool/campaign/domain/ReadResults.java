package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.lti.spi.ScoreReturns;
import fr.pixlti.tool.lti.spi.ScoreReturns.ColumnReturns;
import fr.pixlti.tool.lti.spi.ScoreReturns.LinkReturns;
import fr.pixlti.tool.lti.spi.ScoreReturns.ScoreReturn;
import fr.pixlti.tool.people.PeopleApi;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A teacher of the course reads how its learners did, and what became of their scores. */
@Component
public class ReadResults {

    private final Campaigns campaigns;
    private final Parts parts;
    private final PeopleApi people;
    private final ScoreReturns returns;
    private final Transactions transactions;

    ReadResults(Campaigns campaigns, Parts parts, PeopleApi people, ScoreReturns returns, Transactions transactions) {
        this.campaigns = campaigns;
        this.parts = parts;
        this.people = people;
        this.returns = returns;
        this.transactions = transactions;
    }

    /**
     * @param group of the course, to which the rows are limited; absent for everybody
     * @throws DomainError {@code campaign.not-found} for anyone but a teacher of the campaign's course
     */
    public Results of(UUID campaignId, PersonId reader, @Nullable UUID group) {
        Campaign campaign = transactions.call(() -> campaigns.find(campaignId)
                .filter(found -> people.roleIn(reader, found.courseId()) == LtiRole.INSTRUCTOR)
                .orElseThrow(() -> DomainError.notFound("campaign.not-found")));
        List<Campaign.Linked> links = transactions.call(() -> campaigns.links(campaign));
        links.forEach(link -> returns.readBack(link.linkId()));
        return transactions.call(() -> {
            Map<PersonId, Participation> participations = campaigns.participations(campaignId).stream()
                    .collect(Collectors.toMap(Participation::person, Function.identity()));
            LinkReturns sent = all(links.stream().map(link -> returns.allOfLink(link.linkId())).toList());
            Map<UUID, List<Part>> begun = campaign.several() ? parts.ofCampaign(campaignId) : Map.of();
            Set<PersonId> everyone = new LinkedHashSet<>(people.learners(campaign.courseId()));
            if (group != null) {
                everyone.retainAll(people.groupMembers(campaign.courseId()).getOrDefault(group, Set.of()));
            } else {
                // Who was erased has no course and no group any more; their result is still one of the class.
                participations.keySet().stream().filter(PersonId::isNobody).forEach(everyone::add);
            }
            Map<PersonId, String> names = people.displayNames(everyone);
            List<Row> rows = new ArrayList<>();
            for (PersonId person : everyone) {
                Participation participation = participations.get(person);
                List<Part> done = participation == null
                        ? List.of()
                        : begun.getOrDefault(participation.id(), List.of());
                rows.add(new Row(person, names.getOrDefault(person, ""), participation, done,
                        sent.own().get(person), beside(sent, person)));
            }
            return new Results(campaign, rows, sent);
        });
    }

    private static List<Beside> beside(LinkReturns sent, PersonId person) {
        List<Beside> beside = new ArrayList<>();
        for (ColumnReturns column : sent.columns()) {
            ScoreReturn score = column.scores().get(person);
            if (score != null) {
                beside.add(new Beside(column, score));
            }
        }
        return beside;
    }

    /** Of several links, the return that the teacher has to know about: a score is sent when every link has it. */
    private static LinkReturns all(List<LinkReturns> links) {
        if (links.size() == 1) {
            return links.getFirst();
        }
        Map<PersonId, ScoreReturn> own = new HashMap<>();
        links.forEach(link -> link.own().forEach((person, sent) -> own.merge(person, sent,
                (one, other) -> one.state() == ScoreReturns.State.SENT ? other : one)));
        return new LinkReturns(own, links.stream().flatMap(link -> link.columns().stream()).toList(),
                links.stream().map(LinkReturns::withoutColumns).filter(Objects::nonNull).findFirst().orElse(null));
    }

    /** What anyone enrolled in the course may see: what the test is about. @throws DomainError {@code campaign.not-found} */
    public Campaign about(UUID campaignId, PersonId reader) {
        return transactions.call(() -> campaigns.find(campaignId)
                .filter(found -> people.enrolled(reader, found.courseId()))
                .orElseThrow(() -> DomainError.notFound("campaign.not-found")));
    }

    /** @param returns how the gradebook's columns are doing */
    public record Results(Campaign campaign, List<Row> rows, LinkReturns returns) {}

    /**
     * @param participation absent for a learner who has not opened the activity
     * @param parts the competences begun of a test of several, in no order
     * @param sent in the activity's own column
     * @param beside in the other columns, in their order
     */
    public record Row(PersonId person, String name, @Nullable Participation participation, List<Part> parts,
            @Nullable ScoreReturn sent, List<Beside> beside) {}

    /** A person's score in another column. */
    public record Beside(ColumnReturns column, ScoreReturn score) {}
}
