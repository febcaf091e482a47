package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.assessment.AssessmentSettings;
import fr.pixlti.tool.campaign.domain.follow.ReadCollective;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.shared.PersonId;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The results page of campaigns that teachers make, which stands under the same address as those of other kinds. */
@Component
class CollectivePages {

    private final ReadCollective read;
    private final AssessmentSettings settings;
    private final ContentApi content;
    private final Clock clock;

    CollectivePages(ReadCollective read, AssessmentSettings settings, ContentApi content, Clock clock) {
        this.read = read;
        this.settings = settings;
        this.content = content;
        this.clock = clock;
    }

    boolean has(UUID campaign) {
        return read.has(campaign);
    }

    CollectivePage of(UUID campaign, @Nullable UUID group, PersonId teacher, Locale locale) {
        AssessmentSettings.Rules rules = settings.at(clock.instant());
        return CollectivePage.of(read.of(campaign, group, teacher), group, rules.certifiable().competences(),
                rules.maxLevel(), content.current(), locale);
    }
}
