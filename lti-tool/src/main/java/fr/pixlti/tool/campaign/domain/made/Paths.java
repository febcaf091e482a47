package fr.pixlti.tool.campaign.domain.made;

import fr.pixlti.tool.campaign.domain.CampaignTarget;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Framework;
import fr.pixlti.tool.content.TargetProfile;
import fr.pixlti.tool.content.TargetProfile.CappedTopic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What paths of the catalogue, and targets of campaigns, contain. */
@Component
public class Paths {

    private final ContentApi content;

    /** Counted once for each release. */
    private volatile @Nullable Counted counted;

    Paths(ContentApi content) {
        this.content = content;
    }

    /** What a path of the current catalogue contains. */
    public Figures figures(TargetProfile profile) {
        ContentRelease release = content.current();
        Counted known = counted;
        if (known == null || !known.release().equals(release.id())) {
            Map<String, Figures> all = new HashMap<>();
            release.targetProfiles().forEach(each -> all.put(each.id(), figures(CampaignTarget.of(each), release)));
            known = new Counted(release.id(), all);
            counted = known;
        }
        Figures figures = known.figures().get(profile.id());
        return figures == null ? figures(CampaignTarget.of(profile), release) : figures;
    }

    /** What the target of a campaign contains. */
    public Figures figures(CampaignTarget target) {
        return figures(target, content.current());
    }

    private static Figures figures(CampaignTarget target, ContentRelease release) {
        Map<String, List<CappedTopic>> byCompetence = new HashMap<>();
        for (CappedTopic each : target.topics()) {
            Optional.ofNullable(release.topics().get(each.topic())).ifPresent(topic -> byCompetence
                    .computeIfAbsent(topic.competence(), key -> new ArrayList<>()).add(each));
        }
        List<Part> parts = new ArrayList<>();
        for (Framework framework : release.frameworks()) {
            for (Framework.Area area : framework.areas()) {
                for (Framework.Competence competence : area.competences()) {
                    List<CappedTopic> topics = byCompetence.get(competence.code());
                    if (topics != null) {
                        parts.add(new Part(area, competence, List.copyOf(topics)));
                    }
                }
            }
        }
        return new Figures(target.topics().size(), release.skillsOf(target.topics()).size(),
                target.topics().stream().mapToInt(CappedTopic::maxLevel).max().orElse(0), target.stars(), parts);
    }

    /**
     * @param highest level of the hardest skills meant
     * @param stars the most that can be reached, 0 without
     * @param parts in the framework's order
     */
    public record Figures(int topics, int skills, int highest, int stars, List<Part> parts) {}

    /** What is meant of one competence. */
    public record Part(Framework.Area area, Framework.Competence competence, List<CappedTopic> topics) {}

    private record Counted(String release, Map<String, Figures> figures) {}
}
