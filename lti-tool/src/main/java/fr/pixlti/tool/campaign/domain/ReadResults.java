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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
    private final PeopleApi people;
    private final ScoreReturns returns;
    private final Transactions transactions;

    ReadResults(Campaigns campaigns, PeopleApi people, ScoreReturns returns, Transactions transactions) {
        this.campaigns = campaigns;
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
        returns.readBack(campaign.linkId());
        return transactions.call(() -> {
            Map<PersonId, Participation> participations = campaigns.participations(campaignId).stream()
                    .collect(Collectors.toMap(Participation::person, Function.identity()));
            LinkReturns sent = returns.allOfLink(campaign.linkId());
            Set<PersonId> everyone = new LinkedHashSet<>(people.learners(campaign.courseId()));
            if (group != null) {
                everyone.retainAll(people.groupMembers(campaign.courseId()).getOrDefault(group, Set.of()));
            }
            Map<PersonId, String> names = people.displayNames(everyone);
            List<Row> rows = new ArrayList<>();
            for (PersonId person : everyone) {
                rows.add(new Row(person, names.getOrDefault(person, ""), participations.get(person),
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
     * @param sent in the activity's own column
     * @param beside in the other columns, in their order
     */
    public record Row(PersonId person, String name, @Nullable Participation participation,
            @Nullable ScoreReturn sent, List<Beside> beside) {}

    /** A person's score in another column. */
    public record Beside(ColumnReturns column, ScoreReturn score) {}
}
