package fr.pixlti.tool.campaign.domain.follow;

import java.util.List;
import java.util.Map;

/** What can be said of all who sent. @param badges how many obtained each, by its key */
public record Figures(List<CompetenceSum> competences, List<Worth> worths, List<DayCount> days,
        Map<String, Integer> badges) {

    public Figures {
        competences = List.copyOf(competences);
        worths = List.copyOf(worths);
        days = List.copyOf(days);
        badges = Map.copyOf(badges);
    }
}
