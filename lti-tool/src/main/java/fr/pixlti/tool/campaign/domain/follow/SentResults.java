package fr.pixlti.tool.campaign.domain.follow;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What came out of the last sendings, added up by the database. */
public interface SentResults {

    /** By topic, in no order. */
    List<TopicSum> topics(Scope scope);

    /** By competence, in no order. */
    List<CompetenceSum> competences(Scope scope);

    /** How many sent what, in no order. */
    List<Worth> worths(Scope scope);

    /** How many last sendings there were on each day in UTC, by rising day. */
    List<DayCount> days(Scope scope);

    /** How many obtained each badge, by its key; a badge that nobody obtained is absent. */
    Map<String, Integer> badges(Scope scope);

    /** One participation's topics, in no order. */
    List<TopicSum> topicsOf(UUID participation);

    /** One participation's competences, in no order. */
    List<CompetenceSum> competencesOf(UUID participation);
}
