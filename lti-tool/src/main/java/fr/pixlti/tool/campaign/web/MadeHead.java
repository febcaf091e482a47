package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.campaign.domain.CampaignTarget;
import fr.pixlti.tool.campaign.domain.ReadMadeCampaign.Made;
import java.util.UUID;

/**
 * What stands above every page of a campaign that a teacher made: {@code campaign/_made :: head}.
 *
 * @param kind ASSESSMENT, EXAM or COLLECTION
 * @param participants who began, teachers who tried it aside
 * @param received of whom a result was sent
 * @param analysed whether it has topics to analyse
 * @param attestations whether its path ends with an attestation
 * @param tab the one shown
 */
record MadeHead(UUID id, UUID course, String name, String code, String kind, boolean archived, long participants,
        long received, boolean analysed, boolean attestations, Tab tab) {

    /** The pages of a campaign, in the order to show. */
    enum Tab {
        DETAILS, PARTICIPANTS, RESULTS, ANALYSIS
    }

    static MadeHead of(Made made, Tab tab) {
        CampaignTarget target = made.settings().target();
        return new MadeHead(made.campaign().id(), made.campaign().courseId(), made.settings().name(),
                made.settings().code(), made.campaign().kind().name(), made.settings().archived(),
                made.counts().participants(), made.counts().received(), target != null,
                target != null && target.attestation(), tab);
    }
}
