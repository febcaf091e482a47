package fr.pixlti.tool.campaign.domain;

import fr.pixlti.tool.assessment.AssessmentApi;
import fr.pixlti.tool.assessment.AssessmentApi.AssessmentView;
import fr.pixlti.tool.assessment.AssessmentId;
import fr.pixlti.tool.assessment.ReviewReaders;
import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.people.PeopleApi;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A teacher of the course reads what one person did: level, pix, and the answers of each test. */
@Component
public class ReadWork {

    private final Campaigns campaigns;
    private final Parts parts;
    private final AssessmentApi assessments;
    private final PeopleApi people;
    private final Transactions transactions;

    ReadWork(Campaigns campaigns, Parts parts, AssessmentApi assessments, PeopleApi people,
            Transactions transactions) {
        this.campaigns = campaigns;
        this.parts = parts;
        this.assessments = assessments;
        this.people = people;
        this.transactions = transactions;
    }

    /**
     * @throws DomainError {@code campaign.not-found} for anyone but a teacher of the campaign's course, and for a
     *     participation in another campaign
     */
    public Work of(UUID campaignId, UUID participationId, PersonId teacher) {
        return transactions.call(() -> {
            Participation participation = campaigns.findParticipation(participationId)
                    .filter(found -> found.campaignId().equals(campaignId))
                    .orElseThrow(() -> DomainError.notFound("campaign.not-found"));
            Campaign campaign = campaigns.find(campaignId).filter(found -> !found.made())
                    .filter(found -> people.roleIn(teacher, found.courseId()) == LtiRole.INSTRUCTOR)
                    .orElseThrow(() -> DomainError.notFound("campaign.not-found"));
            PersonId person = participation.person();
            return new Work(campaign, people.displayNames(Set.of(person)).getOrDefault(person, ""),
                    done(campaign, participation), assessments.maxLevel());
        });
    }

    private List<Done> done(Campaign campaign, Participation participation) {
        if (!campaign.several()) {
            return List.of(done(campaign.competence(), participation.assessmentId(), participation.pix(),
                    participation.level()));
        }
        Map<String, Part> begun = parts.of(participation.id()).stream()
                .collect(Collectors.toMap(Part::competence, Function.identity()));
        return campaign.competences().stream().map(competence -> {
            Part part = begun.get(competence);
            return part == null
                    ? done(competence, null, null, null)
                    : done(competence, part.assessmentId(), part.pix(), part.level());
        }).toList();
    }

    private Done done(String competence, @Nullable UUID assessmentId, @Nullable Integer pix, @Nullable Integer level) {
        AssessmentView test = assessmentId == null
                ? null
                : assessments.view(new AssessmentId(assessmentId)).orElse(null);
        return new Done(competence, pix, level, test);
    }

    /** @param name empty when the host gave none */
    public record Work(Campaign campaign, String name, List<Done> done, int maxLevel) {}

    /**
     * @param pix of the last completed test, absent before it
     * @param level of the last completed test, absent before it
     * @param test under way or the last one done, absent before the first
     */
    public record Done(String competence, @Nullable Integer pix, @Nullable Integer level,
            @Nullable AssessmentView test) {}

    /** Teachers read the answers of tests that were taken in their own courses, and no others of the same person. */
    @Component
    static class TeachersOfTheCourse implements ReviewReaders {

        private final Campaigns campaigns;
        private final PeopleApi people;

        TeachersOfTheCourse(Campaigns campaigns, PeopleApi people) {
            this.campaigns = campaigns;
            this.people = people;
        }

        @Override
        public Optional<String> backFrom(AssessmentId test, PersonId owner, PersonId reader) {
            return campaigns.took(owner, test.value())
                    .flatMap(participation -> campaigns.find(participation.campaignId())
                            // What a campaign that a teacher made brought is nobody's to see before it is sent.
                            .filter(found -> !found.made() || participation.shows(test.value()))
                            .filter(found -> people.roleIn(reader, found.courseId()) == LtiRole.INSTRUCTOR)
                            .map(found -> "/campaigns/" + found.id()
                                    + (found.made() ? "/participants/" : "/participations/") + participation.id()));
        }
    }
}
