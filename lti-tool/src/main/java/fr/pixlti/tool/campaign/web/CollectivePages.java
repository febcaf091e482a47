package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.assessment.AssessmentApi;
import fr.pixlti.tool.campaign.domain.follow.ReadCollective;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.shared.PersonId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The results page of campaigns that teachers make, which stands under the same address as those of other kinds. */
@Component
class CollectivePages {

    /** Competences at level 1 or above from which a profile is certifiable (pix.md §3.1). */
    static final int CERTIFIABLE_FROM = 5;

    private final ReadCollective read;
    private final AssessmentApi assessments;
    private final ContentApi content;

    CollectivePages(ReadCollective read, AssessmentApi assessments, ContentApi content) {
        this.read = read;
        this.assessments = assessments;
        this.content = content;
    }

    boolean has(UUID campaign) {
        return read.has(campaign);
    }

    CollectivePage of(UUID campaign, @Nullable UUID group, PersonId teacher, Locale locale) {
        return CollectivePage.of(read.of(campaign, group, teacher), group, CERTIFIABLE_FROM, assessments.maxLevel(),
                content.current(), locale);
    }
}
