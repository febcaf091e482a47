package fr.pixlti.tool.campaign.domain.results;

import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Framework;
import fr.pixlti.tool.content.Skill;
import fr.pixlti.tool.content.TargetProfile.CappedTopic;
import fr.pixlti.tool.content.Topic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What a campaign tests, laid out once so that the results of a whole cohort are reckoned fast. */
public final class Target {

    private final List<Rungs> topics;
    private final List<Part> single;
    private final List<Part> competences;
    private final List<Part> areas;
    private final int skills;
    private final int maxLevel;

    private Target(List<Rungs> topics, List<Framework.Area> areas) {
        this.topics = topics;
        this.single = IntStream.range(0, topics.size()).mapToObj(i -> new Part(topics.get(i).topic(), new int[]{i}))
                .toList();
        this.competences = areas.stream().flatMap(area -> area.competences().stream())
                .map(competence -> part(competence.code(), List.of(competence))).filter(Target::tested).toList();
        this.areas = areas.stream().map(area -> part(area.code(), area.competences())).filter(Target::tested).toList();
        this.skills = topics.stream().mapToInt(each -> each.skills().length).sum();
        this.maxLevel = topics.stream().mapToInt(Rungs::topLevel).max().orElse(0);
    }

    /**
     * The skills that capped topics mean in this release. A topic that is gone, or that has no skill up to its level, is not
     * tested. Competences and areas come in the framework's order, topics in the order given.
     */
    public static Target of(ContentRelease release, List<CappedTopic> capped) {
        List<Rungs> topics = new ArrayList<>();
        for (CappedTopic each : capped) {
            Topic topic = release.topics().get(each.topic());
            List<Skill> skills = release.skillsOf(List.of(each));
            if (topic != null && !skills.isEmpty()) {
                topics.add(new Rungs(topic.id(), topic.competence(),
                        skills.stream().map(Skill::id).toArray(String[]::new),
                        skills.stream().mapToInt(Skill::level).toArray()));
            }
        }
        return new Target(List.copyOf(topics),
                release.frameworks().stream().flatMap(framework -> framework.areas().stream()).toList());
    }

    private Part part(String code, List<Framework.Competence> competences) {
        Set<String> codes = new HashSet<>();
        competences.forEach(competence -> codes.add(competence.code()));
        return new Part(code,
                IntStream.range(0, topics.size()).filter(i -> codes.contains(topics.get(i).competence())).toArray());
    }

    private static boolean tested(Part part) {
        return part.topics().length > 0;
    }

    /** How many skills are tested. */
    public int skills() {
        return skills;
    }

    /** Level of the hardest skill tested, 1 to 8; 0 where nothing is. */
    public int maxLevel() {
        return maxLevel;
    }

    /** Codes of the competences tested, in the framework's order. */
    public List<String> competences() {
        return competences.stream().map(Part::code).toList();
    }

    /** Codes of the areas tested, in the framework's order. */
    public List<String> areas() {
        return areas.stream().map(Part::code).toList();
    }

    /**
     * What somebody knows of it.
     *
     * @param validated ids of the skills they have validated; others than those tested are of no account
     * @param assessed ids of the skills known to be validated or not; a validated one is assessed, named here or not
     */
    public Outcome outcome(Set<String> validated, Set<String> assessed) {
        List<TopicResult> results = new ArrayList<>(topics.size());
        for (Rungs topic : topics) {
            results.add(topic.result(validated, assessed));
        }
        return new Outcome(this, results);
    }

    List<PartResult> byCompetence(List<TopicResult> results) {
        return competences.stream().map(part -> part.of(results)).toList();
    }

    List<PartResult> byArea(List<TopicResult> results) {
        return areas.stream().map(part -> part.of(results)).toList();
    }

    List<Rungs> topics() {
        return topics;
    }

    List<Part> singleParts() {
        return single;
    }

    List<Part> competenceParts() {
        return competences;
    }

    List<Part> areaParts() {
        return areas;
    }
}
