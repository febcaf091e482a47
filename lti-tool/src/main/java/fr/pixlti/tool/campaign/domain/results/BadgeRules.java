package fr.pixlti.tool.campaign.domain.results;

import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Skill;
import fr.pixlti.tool.content.TargetProfile;
import fr.pixlti.tool.content.TargetProfile.Badge;
import fr.pixlti.tool.content.TargetProfile.CappedTopic;
import fr.pixlti.tool.content.TargetProfile.Criterion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The badges of a path with the skills that each criterion means, laid out once for many participants. */
public final class BadgeRules {

    private final List<Rule> rules;

    private BadgeRules(List<Rule> rules) {
        this.rules = rules;
    }

    /**
     * The badges of a campaign.
     *
     * @param topics what the campaign tests: a criterion without topics of its own means all of it
     */
    public static BadgeRules of(ContentRelease release, List<CappedTopic> topics, List<Badge> badges) {
        return new BadgeRules(badges.stream()
                .map(badge -> new Rule(badge, badge.criteria().stream()
                        .map(criterion -> condition(release, topics, criterion)).toList()))
                .toList());
    }

    /** The badges of a path of the catalogue. */
    public static BadgeRules of(ContentRelease release, TargetProfile path) {
        return of(release, path.topics(), path.badges());
    }

    private static Condition condition(ContentRelease release, List<CappedTopic> topics, Criterion criterion) {
        List<CappedTopic> meant = criterion.topics().isEmpty() ? topics : criterion.topics();
        return new Condition(criterion.threshold(),
                release.skillsOf(meant).stream().map(Skill::id).toArray(String[]::new));
    }

    /** Where somebody stands with each badge, in the path's order. @param validated ids of their validated skills */
    public List<BadgeResult> results(Set<String> validated) {
        List<BadgeResult> results = new ArrayList<>(rules.size());
        for (Rule rule : rules) {
            results.add(rule.result(validated));
        }
        return results;
    }

    private record Rule(Badge badge, List<Condition> conditions) {

        BadgeResult result(Set<String> validated) {
            boolean obtained = !conditions.isEmpty();
            int sum = 0;
            for (Condition condition : conditions) {
                int progress = condition.progress(validated);
                obtained &= progress == 100;
                sum += progress;
            }
            int count = Math.max(1, conditions.size());
            return new BadgeResult(badge, obtained, (2 * sum + count) / (2 * count));
        }
    }

    private record Condition(int threshold, String[] skills) {

        /** 100 exactly where it holds: whole percents below the threshold never round up to it. */
        int progress(Set<String> validated) {
            int count = 0;
            for (String skill : skills) {
                if (validated.contains(skill)) {
                    count++;
                }
            }
            int percent = new Mastery(count, skills.length).percent();
            return percent >= threshold ? 100 : (200 * percent + threshold) / (2 * threshold);
        }
    }
}
