package fr.pixlti.tool.campaign.domain.made;

import fr.pixlti.tool.campaign.domain.MadeCampaigns;
import fr.pixlti.tool.campaign.domain.MadeCampaigns.Listed;
import fr.pixlti.tool.campaign.domain.MadeCampaigns.Wanted;
import fr.pixlti.tool.campaign.domain.ReadMadeCampaign.Counts;
import fr.pixlti.tool.people.PeopleApi;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The campaigns that the teachers of a course made, for all of them. */
@Component
public class ListCampaigns {

    /** Campaigns on a page. */
    public static final int PAGE = 20;

    /** Who makes what is there by itself. */
    private static final String PRODUCT = "Pix LTI";

    private final CreateCampaign createCampaign;
    private final StandingCampaign standingCampaign;
    private final MadeCampaigns made;
    private final PeopleApi people;
    private final Transactions transactions;

    ListCampaigns(CreateCampaign createCampaign, StandingCampaign standingCampaign, MadeCampaigns made,
            PeopleApi people, Transactions transactions) {
        this.createCampaign = createCampaign;
        this.standingCampaign = standingCampaign;
        this.made = made;
        this.people = people;
        this.transactions = transactions;
    }

    /**
     * The one that is there by itself is made when the list is first looked at.
     *
     * @param page 0 for the first; one behind the last is the last
     * @param locale in which that one is named
     * @throws DomainError {@code campaign.course-unknown} for anyone but a teacher of the course
     */
    public Listing of(UUID course, PersonId teacher, Wanted wanted, int page, Locale locale) {
        return transactions.call(() -> {
            createCampaign.requireTeacher(course, teacher);
            standingCampaign.ensure(course, locale);
            int total = made.count(course, wanted);
            int shown = Math.clamp(page, 0, Math.max(0, (total - 1) / PAGE));
            List<Listed> listed = made.list(course, wanted, shown * PAGE, PAGE);
            Map<UUID, Counts> counts = made.counts(listed.stream().map(Listed::id).toList());
            Map<PersonId, String> creators = byName(new HashMap<>(people.displayNames(made.creators(course))));
            return new Listing(people.courseTitle(course).orElse(""), listed.stream()
                    .map(each -> new Line(each, creators.getOrDefault(each.createdBy(), ""),
                            counts.getOrDefault(each.id(), Counts.NONE)))
                    .toList(), total, shown, creators);
        });
    }

    private static Map<PersonId, String> byName(Map<PersonId, String> names) {
        names.computeIfPresent(MadeCampaigns.NOBODY, (nobody, name) -> PRODUCT);
        Map<PersonId, String> sorted = new LinkedHashMap<>();
        names.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .forEach(each -> sorted.put(each.getKey(), each.getValue()));
        return sorted;
    }

    /**
     * @param courseTitle empty when the host gave none
     * @param total how many there are, on all pages
     * @param page the one shown
     * @param creators of all campaigns of the course, by name
     */
    public record Listing(String courseTitle, List<Line> lines, int total, int page, Map<PersonId, String> creators) {

        public boolean more() {
            return (page + 1) * PAGE < total;
        }
    }

    /** @param creator empty when the host gave no name */
    public record Line(Listed campaign, String creator, Counts counts) {}
}
