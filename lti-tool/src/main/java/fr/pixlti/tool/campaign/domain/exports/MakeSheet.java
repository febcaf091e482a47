package fr.pixlti.tool.campaign.domain.exports;

import fr.pixlti.tool.assessment.AssessmentSettings;
import fr.pixlti.tool.campaign.domain.CampaignSettings;
import fr.pixlti.tool.campaign.domain.CampaignTarget;
import fr.pixlti.tool.campaign.domain.Titles;
import fr.pixlti.tool.campaign.domain.exports.FindExported.Exported;
import fr.pixlti.tool.campaign.domain.results.Target;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.ContentRelease;
import java.time.Clock;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Decides which columns an export has: those of its kind, of what it tests now, and of what was ever sent in it. */
@Component
class MakeSheet {

    private final Exports exports;
    private final ContentApi content;
    private final AssessmentSettings settings;
    private final MessageSource messages;
    private final Clock clock;

    MakeSheet(Exports exports, ContentApi content, AssessmentSettings settings, MessageSource messages, Clock clock) {
        this.exports = exports;
        this.content = content;
        this.settings = settings;
        this.messages = messages;
        this.clock = clock;
    }

    Sheet of(Exported exported, Locale reader) {
        ContentRelease release = content.current();
        CampaignSettings campaign = exported.settings();
        CampaignTarget target = campaign.target();
        ExportWords words = new ExportWords(messages, reader);
        Set<String> codes = new HashSet<>(exports.competences(exported.campaign().id()));
        if (target == null) {
            release.profileAreas().forEach(area -> area.competences()
                    .forEach(competence -> codes.add(competence.code())));
            return new CollectionSheet(new IdentityColumns(exported.course(), campaign, null, words),
                    Competences.of(release, codes), settings.at(clock.instant()).certifiable().competences(), words);
        }
        Target tested = Target.of(release, target.topics());
        codes.addAll(tested.competences());
        return new AssessmentSheet(
                new IdentityColumns(exported.course(), campaign, Titles.path(campaign, release, reader).orElse(""),
                        words),
                target, tested.skills(), Competences.of(release, codes), words);
    }
}
