package fr.pixlti.tool.campaign.domain.exports;

import fr.pixlti.tool.campaign.domain.Campaign;
import fr.pixlti.tool.campaign.domain.CampaignTarget;
import fr.pixlti.tool.campaign.domain.Campaigns;
import fr.pixlti.tool.campaign.domain.MadeCampaigns;
import fr.pixlti.tool.campaign.domain.Participation;
import fr.pixlti.tool.campaign.domain.Titles;
import fr.pixlti.tool.campaign.domain.exports.Exports.Line;
import fr.pixlti.tool.campaign.domain.exports.FindExported.Exported;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.people.CourseMember;
import fr.pixlti.tool.people.PeopleApi;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Attestations of a path that ends with one, for those who sent their result: before that nobody else may see it. */
@Component
public class ReadAttestations {

    /** Pages of a file; a year group fits in. */
    private static final int MOST = 300;

    private final Campaigns campaigns;
    private final MadeCampaigns made;
    private final Exports exports;
    private final ContentApi content;
    private final PeopleApi people;
    private final Transactions transactions;

    ReadAttestations(Campaigns campaigns, MadeCampaigns made, Exports exports, ContentApi content, PeopleApi people,
            Transactions transactions) {
        this.campaigns = campaigns;
        this.made = made;
        this.exports = exports;
        this.content = content;
        this.people = people;
        this.transactions = transactions;
    }

    /**
     * A person's own.
     *
     * @throws DomainError {@code campaign.not-found} for a participation that is not this person's and for a path without
     *     attestation; {@code campaign.attestation-later} while nothing was sent
     */
    public Attestation own(UUID participationId, PersonId person, Locale reader) {
        return transactions.call(() -> {
            Participation participation = campaigns.findParticipation(participationId)
                    .filter(found -> found.person().equals(person)).orElseThrow(ReadAttestations::notFound);
            Campaign campaign = campaigns.find(participation.campaignId()).filter(Campaign::made)
                    .orElseThrow(ReadAttestations::notFound);
            Exported exported = new Exported(campaign, made.settings(campaign.id()).orElseThrow(),
                    people.courseTitle(campaign.courseId()).orElse(""));
            CampaignTarget target = target(exported);
            if (participation.sent() == null) {
                throw new DomainError("campaign.attestation-later", DomainError.Kind.CONFLICT);
            }
            return attestations(exported, target, List.of(participation), reader).getFirst();
        });
    }

    /**
     * Those of everybody who sent their result, by name; teachers' own tries are none.
     *
     * @param exported from {@link FindExported}, which checks who asks
     * @param group of the course, absent for everybody
     * @throws DomainError {@code campaign.not-found} for a path without attestation and for a group of another course;
     *     {@code campaign.attestations-none}; {@code campaign.attestations-many} above 300
     */
    public List<Attestation> ofCampaign(Exported exported, @Nullable UUID group, Locale reader) {
        return transactions.call(() -> {
            CampaignTarget target = target(exported);
            Set<PersonId> members = group == null ? null : members(exported, group);
            List<Participation> sent = sent(exported, members);
            if (sent.isEmpty()) {
                throw new DomainError("campaign.attestations-none", DomainError.Kind.CONFLICT);
            }
            return attestations(exported, target, sent, reader);
        });
    }

    private static CampaignTarget target(Exported exported) {
        CampaignTarget target = exported.settings().target();
        if (target == null || !target.attestation()) {
            throw notFound();
        }
        return target;
    }

    private Set<PersonId> members(Exported exported, UUID group) {
        UUID course = exported.campaign().courseId();
        if (people.groups(course).stream().noneMatch(each -> each.id().equals(group))) {
            throw notFound();
        }
        return people.groupMembers(course).getOrDefault(group, Set.of());
    }

    private List<Participation> sent(Exported exported, @Nullable Set<PersonId> members) {
        List<Participation> sent = new ArrayList<>();
        List<Line> lines;
        Line last = null;
        do {
            lines = exports.lines(exported.campaign().id(), last, MOST);
            for (Line line : lines) {
                Participation participation = line.participation();
                // Nobody is handed the attestation of somebody who was erased.
                if (participation.sent() != null && !participation.person().isNobody()
                        && (members == null || members.contains(participation.person()))) {
                    sent.add(participation);
                }
                last = line;
            }
            if (sent.size() > MOST) {
                throw new DomainError("campaign.attestations-many", DomainError.Kind.INVALID, MOST);
            }
        } while (lines.size() == MOST);
        return sent;
    }

    private List<Attestation> attestations(Exported exported, CampaignTarget target, List<Participation> of,
            Locale reader) {
        List<PersonId> who = of.stream().map(Participation::person).toList();
        Map<PersonId, String> names = people.displayNames(who);
        Map<PersonId, CourseMember> members = people.members(exported.campaign().courseId(), who);
        String path = Titles.of(exported.campaign(), exported.settings(), content.current(), reader);
        return of.stream().map(participation -> {
            Participation.Sent sent = Objects.requireNonNull(participation.sent());
            CourseMember member = Objects.requireNonNull(members.get(participation.person()));
            return new Attestation(names.getOrDefault(participation.person(), ""),
                    Stream.concat(member.groups().stream(), Stream.of(exported.course()))
                            .filter(part -> !part.isEmpty()).collect(Collectors.joining(", ")),
                    path, completed(participation, sent), Objects.requireNonNullElse(sent.mastery(), 0),
                    Objects.requireNonNullElse(sent.stage(), 0), target.stars());
        }).toList();
    }

    /** A test done after what was sent is not what the attestation is of. */
    private static Instant completed(Participation participation, Participation.Sent sent) {
        Instant completed = participation.completedAt();
        return completed == null || completed.isAfter(sent.at()) ? sent.at() : completed;
    }

    private static DomainError notFound() {
        return DomainError.notFound("campaign.not-found");
    }
}
