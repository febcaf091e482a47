package fr.pixlti.tool.campaign.domain.made;

import fr.pixlti.tool.campaign.domain.Campaign;
import fr.pixlti.tool.campaign.domain.CampaignSettings;
import fr.pixlti.tool.campaign.domain.MadeCampaigns;
import fr.pixlti.tool.campaign.domain.ReadMadeCampaign;
import fr.pixlti.tool.campaign.domain.ReadMadeCampaign.Made;
import fr.pixlti.tool.campaign.domain.made.DraftCheck.Fault;
import fr.pixlti.tool.campaign.domain.made.DraftCheck.Field;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.PersonId;
import fr.pixlti.tool.shared.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A teacher of the course changes what a campaign says, archives or restores it. Kind and topics stay what they are. */
@Component
public class EditCampaign {

    private final ReadMadeCampaign read;
    private final MadeCampaigns made;
    private final Transactions transactions;
    private final Clock clock;

    EditCampaign(ReadMadeCampaign read, MadeCampaigns made, Transactions transactions, Clock clock) {
        this.read = read;
        this.made = made;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What the form begins with. */
    public static CampaignDraft draft(Campaign campaign, CampaignSettings settings) {
        return new CampaignDraft(campaign.kind(), settings.name(), CampaignDraft.Source.CATALOGUE, "",
                List.of(), text(campaign.title()), settings.landingText(), settings.resultText(),
                settings.multipleSendings(), text(settings.externalIdLabel()));
    }

    /**
     * @param version of the campaign that the teacher changed
     * @throws DomainError {@code campaign.not-found} for anyone but a teacher of the campaign's course
     */
    public Outcome handle(UUID id, PersonId teacher, CampaignDraft draft, int version) {
        return transactions.call(() -> {
            Made now = read.of(id, teacher);
            Map<Field, Fault> faults = DraftCheck.words(draft);
            if (!faults.isEmpty()) {
                return new Outcome.Faulty(now, faults);
            }
            CampaignSettings was = now.settings();
            CampaignSettings after = new CampaignSettings(draft.name(), was.code(), was.profile(), was.target(),
                    draft.landingText(), draft.resultText(), draft.multipleSendings(),
                    CreateCampaign.blankToNull(draft.externalIdLabel()), was.createdBy(), was.createdAt(),
                    was.archivedAt(), version);
            return made.edit(id, CreateCampaign.blankToNull(draft.title()), after)
                    ? new Outcome.Saved()
                    : new Outcome.Overtaken(read.of(id, teacher));
        });
    }

    /** Nobody takes part any more or sends; done twice it stays done. @throws DomainError as {@link #handle} */
    public Made archive(UUID id, PersonId teacher) {
        return archived(id, teacher, true);
    }

    /** Undoes {@link #archive}. @throws DomainError as {@link #handle} */
    public Made restore(UUID id, PersonId teacher) {
        return archived(id, teacher, false);
    }

    private Made archived(UUID id, PersonId teacher, boolean wanted) {
        return transactions.call(() -> {
            Made now = read.of(id, teacher);
            if (now.settings().archived() != wanted) {
                made.archive(id, teacher, wanted ? clock.instant() : null);
            }
            return now;
        });
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** What became of a change. */
    public sealed interface Outcome {

        record Saved() implements Outcome {}

        /** @param faults never empty */
        record Faulty(Made now, Map<Field, Fault> faults) implements Outcome {}

        /** Somebody else changed the campaign meanwhile. @param now as it is since then */
        record Overtaken(Made now) implements Outcome {}
    }
}
