package fr.pixlti.tool.campaign.domain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.pixlti.tool.assessment.Subject;
import fr.pixlti.tool.campaign.domain.results.BadgeResult;
import fr.pixlti.tool.campaign.domain.results.BadgeRules;
import fr.pixlti.tool.campaign.domain.results.Outcome;
import fr.pixlti.tool.campaign.domain.results.StageReached;
import fr.pixlti.tool.campaign.domain.results.Target;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.ContentRelease;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What somebody's skills are worth in a campaign, on the current content. */
@Component
public class ReckonResults {

    private final ContentApi content;
    /** Laid out once for each release. */
    private final Cache<Key, Layout> layouts = Caffeine.newBuilder().maximumSize(500).build();

    ReckonResults(ContentApi content) {
        this.content = content;
    }

    /** What the test of a campaign is about. */
    public static Subject.Path path(Campaign campaign, CampaignTarget target) {
        return new Subject.Path(campaign.id(), target.topics(), campaign.kind() == Campaign.Kind.EXAM);
    }

    /** @param validated ids of skills, others than the campaign's are of no account; @param invalidated the same */
    public Result of(CampaignTarget target, Set<String> validated, Set<String> invalidated) {
        return of(content.current(), target, validated, invalidated);
    }

    /** The same as it was when it was sent, as long as the content of then is held. */
    Result asSent(CampaignTarget target, Sendings.Kept kept) {
        return of(content.release(kept.release()), target, kept.validated(), kept.invalidated());
    }

    private Result of(ContentRelease release, CampaignTarget target, Set<String> validated, Set<String> invalidated) {
        Layout layout = layouts.get(new Key(release.id(), target),
                key -> new Layout(Target.of(release, target.topics()),
                        BadgeRules.of(release, target.topics(), target.badges())));
        Set<String> assessed = new HashSet<>(validated);
        assessed.addAll(invalidated);
        Outcome outcome = layout.target().outcome(validated, assessed);
        return new Result(release.id(), outcome, StageReached.of(target.stages(), outcome.mastery().percent()),
                layout.badges().results(validated));
    }

    private record Key(String release, CampaignTarget target) {}

    private record Layout(Target target, BadgeRules badges) {}

    /** @param stage empty on a path without stars; @param badges of the path, obtained or not */
    public record Result(String release, Outcome outcome, Optional<StageReached> stage, List<BadgeResult> badges) {

        /** In percent, 0 to 100. */
        public int percent() {
            return outcome.mastery().percent();
        }
    }
}
