package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.campaign.domain.Campaign.Kind;
import fr.pixlti.tool.campaign.domain.ReadMadeCampaign.Made;
import fr.pixlti.tool.campaign.domain.made.CampaignDraft;
import fr.pixlti.tool.campaign.domain.made.DraftCheck.Fault;
import fr.pixlti.tool.campaign.domain.made.DraftCheck.Field;
import fr.pixlti.tool.campaign.domain.made.EditCampaign;
import fr.pixlti.tool.content.MarkdownText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a campaign that is there shows.
 *
 * @param name as saved
 * @param draft as typed so far
 * @param version of the campaign that the form changes
 * @param theirs what somebody else saved meanwhile, by the name of the field, where it differs from what was typed
 * @param overtaken whether somebody else was faster
 * @param landingHtml preview, empty for none
 * @param resultHtml the same
 */
record EditCampaignPage(UUID id, String name, CampaignDraft draft, int version, Map<Field, Fault> faults,
        Map<String, String> theirs, boolean overtaken, String landingHtml, String resultHtml) {

    static EditCampaignPage of(Made made, CampaignDraft draft, Map<Field, Fault> faults, int version, boolean look) {
        return new EditCampaignPage(made.campaign().id(), made.settings().name(), draft, version, faults, Map.of(),
                false, look ? MarkdownText.html(draft.landingText()) : "",
                look ? MarkdownText.html(draft.resultText()) : "");
    }

    /** Saved again, it takes the place of what the other saved, which is shown beside what was typed. */
    static EditCampaignPage overtaken(Made now, CampaignDraft draft) {
        CampaignDraft saved = EditCampaign.draft(now.campaign(), now.settings());
        Map<String, String> theirs = new LinkedHashMap<>();
        differ(Field.NAME, draft.name(), saved.name(), theirs);
        differ(Field.TITLE, draft.title(), saved.title(), theirs);
        differ(Field.LANDING_TEXT, draft.landingText(), saved.landingText(), theirs);
        differ(Field.RESULT_TEXT, draft.resultText(), saved.resultText(), theirs);
        differ(Field.EXTERNAL_ID_LABEL, draft.externalIdLabel(), saved.externalIdLabel(), theirs);
        return new EditCampaignPage(now.campaign().id(), saved.name(), draft, now.settings().version(), Map.of(),
                theirs, true, "", "");
    }

    private static void differ(Field field, String typed, String saved, Map<String, String> theirs) {
        if (!typed.equals(saved)) {
            theirs.put(field.name(), saved);
        }
    }

    /** Whether pupils see a title of its own. */
    public boolean titled() {
        return draft.kind() != Kind.COLLECTION;
    }

    /** The fault of a field, by the field's name. */
    public @Nullable Fault fault(String field) {
        return faults.get(Field.valueOf(field));
    }

    /** What another teacher saved in the field meanwhile, absent when nothing else. */
    public @Nullable String their(String field) {
        return theirs.get(field);
    }
}
