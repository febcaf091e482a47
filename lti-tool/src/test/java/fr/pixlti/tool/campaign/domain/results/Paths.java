package fr.pixlti.tool.campaign.domain.results;

import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Framework;
import fr.pixlti.tool.content.Skill;
import fr.pixlti.tool.content.TargetProfile.CappedTopic;
import fr.pixlti.tool.content.Topic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A small content to reckon with by hand. Area 1 has the competences 1.1 (topics {@code web} and {@code address}) and 1.2
 * (none); area 2 has 2.1 (topic {@code mail}). A skill is called by its topic and level: {@code web3}.
 */
final class Paths {

    /** Eight skills: web1 web2 web3 web4, mail2 mail3 mail5, address1; the hardest is of level 5. */
    static final List<CappedTopic> CAPPED = List.of(new CappedTopic("web", 4), new CappedTopic("mail", 5),
            new CappedTopic("address", 3));

    private Paths() {}

    static ContentRelease release() {
        Map<String, Topic> topics = new LinkedHashMap<>();
        for (Topic topic : List.of(topic("web", "1.1", 1, 2, 3, 4, 6), topic("mail", "2.1", 2, 3, 5, 7),
                topic("address", "1.1", 1), topic("expert", "2.1", 6, 7))) {
            topics.put(topic.id(), topic);
        }
        Framework framework = new Framework("crcn", Map.of("fr", "CRCN"),
                List.of(area("1", "1.1", "1.2"), area("2", "2.1")));
        return new ContentRelease("test", List.of(framework), Map.of(), Map.of(), Map.of(), topics, List.of());
    }

    static Topic topic(String id, String competence, int... levels) {
        List<Skill> skills = IntStream.of(levels)
                .mapToObj(level -> new Skill(id + level, id, competence, level, 1, id + level, List.of())).toList();
        return new Topic(id, competence, id, null, null, skills);
    }

    private static Framework.Area area(String code, String... competences) {
        List<Framework.Competence> all = new ArrayList<>();
        for (String competence : competences) {
            all.add(new Framework.Competence(competence, Map.of("fr", competence), Map.of("fr", "")));
        }
        return new Framework.Area(code, Map.of("fr", code), all);
    }
}
