package fr.pixlti.tool.campaign.store;

import static fr.pixlti.schema.Tables.CAMPAIGN_PARTICIPATION;

import fr.pixlti.tool.campaign.domain.follow.Scope;
import fr.pixlti.tool.shared.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Which rows a scope means. */
final class Scopes {

    private Scopes() {}

    /** Of the participations. */
    static Condition participations(Scope scope) {
        Condition meant = CAMPAIGN_PARTICIPATION.CAMPAIGN_ID.eq(scope.campaign());
        Set<PersonId> among = scope.among();
        if (among != null) {
            meant = meant.and(CAMPAIGN_PARTICIPATION.PERSON_ID.in(values(among)));
        }
        return scope.without().isEmpty() ? meant : meant.and(CAMPAIGN_PARTICIPATION.ID.notIn(scope.without()));
    }

    /** Of a table of results, by its columns. */
    static Condition results(Scope scope, Field<UUID> campaign, Field<UUID> participation) {
        Condition meant = campaign.eq(scope.campaign());
        if (scope.among() != null) {
            return meant.and(participation.in(
                    DSL.select(CAMPAIGN_PARTICIPATION.ID).from(CAMPAIGN_PARTICIPATION).where(participations(scope))));
        }
        return scope.without().isEmpty() ? meant : meant.and(participation.notIn(scope.without()));
    }

    static List<UUID> values(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toList();
    }
}
