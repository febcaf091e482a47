package fr.pixlti.tool.campaign.domain.made;

import fr.pixlti.tool.campaign.domain.Campaign;
import fr.pixlti.tool.campaign.domain.Campaign.Kind;
import fr.pixlti.tool.campaign.domain.CampaignCodes;
import fr.pixlti.tool.campaign.domain.CampaignSettings;
import fr.pixlti.tool.campaign.domain.CampaignTarget;
import fr.pixlti.tool.campaign.domain.Campaigns;
import fr.pixlti.tool.campaign.domain.MadeCampaigns;
import fr.pixlti.tool.campaign.domain.made.CampaignDraft.Source;
import fr.pixlti.tool.campaign.domain.made.DraftCheck.Fault;
import fr.pixlti.tool.campaign.domain.made.DraftCheck.Field;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.lti.LtiRole;
import fr.pixlti.tool.people.PeopleApi;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.Ids;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A teacher makes a campaign for a course: of a path of the catalogue, composed topic by topic, or a collection. */
@Component
public class CreateCampaign {

    private final Campaigns campaigns;
    private final MadeCampaigns made;
    private final PeopleApi people;
    private final ContentApi content;
    private final Transactions transactions;
    private final New fresh;

    CreateCampaign(Campaigns campaigns, MadeCampaigns made, PeopleApi people, ContentApi content,
            Transactions transactions, New fresh) {
        this.campaigns = campaigns;
        this.made = made;
        this.people = people;
        this.content = content;
        this.transactions = transactions;
        this.fresh = fresh;
    }

    /** What a new campaign gets: id, code and time. */
    @Component
    record New(Ids ids, CampaignCodes codes, Clock clock) {}

    /** The id of a campaign that is about to be made; a form that is sent twice makes one campaign. */
    public UUID nextId() {
        return fresh.ids().next();
    }

    /** @throws DomainError {@code campaign.course-unknown} for anyone but a teacher of the course */
    public void requireTeacher(UUID course, PersonId person) {
        if (people.roleIn(person, course) != LtiRole.INSTRUCTOR) {
            throw DomainError.notFound("campaign.course-unknown");
        }
    }

    /**
     * @param id of the new campaign, from {@link #nextId}
     * @throws DomainError as {@link #requireTeacher}; {@code campaign.not-found} for an id that is another campaign's
     */
    public Outcome handle(UUID id, UUID course, PersonId teacher, CampaignDraft draft) {
        return transactions.call(() -> {
            requireTeacher(course, teacher);
            if (id.equals(StandingCampaign.ORIGIN)) {
                throw DomainError.notFound("campaign.not-found");
            }
            if (campaigns.find(id).isPresent()) {
                return sentBefore(id, course, teacher);
            }
            ContentRelease release = content.current();
            Map<Field, Fault> faults = DraftCheck.whole(draft, release);
            if (!faults.isEmpty()) {
                return new Outcome.Faulty(faults);
            }
            made.add(new Campaign(id, draft.kind(), blankToNull(draft.title()), List.of(), course, null),
                    settings(draft, release, teacher));
            return new Outcome.Created(id);
        });
    }

    private Outcome sentBefore(UUID id, UUID course, PersonId teacher) {
        return campaigns.find(id).filter(found -> found.courseId().equals(course))
                .flatMap(found -> made.settings(id)).filter(settings -> settings.createdBy().equals(teacher))
                .map(settings -> new Outcome.Created(id))
                .orElseThrow(() -> DomainError.notFound("campaign.not-found"));
    }

    private CampaignSettings settings(CampaignDraft draft, ContentRelease release, PersonId teacher) {
        boolean collection = draft.kind() == Kind.COLLECTION;
        boolean catalogue = !collection && draft.source() == Source.CATALOGUE;
        return new CampaignSettings(draft.name(), fresh.codes().next(), catalogue ? draft.profile() : null,
                collection ? null : target(draft, release), draft.landingText(), draft.resultText(),
                draft.multipleSendings(), blankToNull(draft.externalIdLabel()), teacher, fresh.clock().instant(), null,
                0);
    }

    private static CampaignTarget target(CampaignDraft draft, ContentRelease release) {
        return draft.source() == Source.CATALOGUE
                ? CampaignTarget.of(release.targetProfile(draft.profile()).orElseThrow())
                : new CampaignTarget(draft.topics(), List.of(), List.of(), false);
    }

    static @Nullable String blankToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** What became of a draft. */
    public sealed interface Outcome {

        record Created(UUID id) implements Outcome {}

        /** @param faults never empty */
        record Faulty(Map<Field, Fault> faults) implements Outcome {}
    }
}
