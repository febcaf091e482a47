package fr.pixlti.tool.assessment.web;

import fr.pixlti.tool.assessment.domain.preview.LookAtItems.Found;
import fr.pixlti.tool.assessment.domain.preview.LookAtItems.Placed;
import fr.pixlti.tool.assessment.domain.preview.Search;
import fr.pixlti.tool.content.PreviewContent.Preview;
import fr.pixlti.tool.content.Topic;
import java.util.List;

/**
 * Items found in the preview.
 *
 * @param count of all that were found
 * @param number of the page, from 0
 * @param topics of the competence looked in, or of all
 */
record ItemsPage(Preview preview, Search search, int count, int number, boolean more, List<Row> rows,
        List<String> competences, List<Topic> topics) {

    private static final int ROWS = 50;

    /** @param kind as the content's files name it */
    record Row(String item, Topic topic, String skill, int level, String kind, boolean timed, int draws) {

        static Row of(Placed placed) {
            return new Row(placed.item().id(), placed.topic(), placed.skill().name(), placed.skill().level(),
                    ItemPage.kind(placed.item().work()), placed.item().timer() != null,
                    placed.item().draws() == null ? 1 : placed.item().draws().count());
        }
    }

    static ItemsPage of(Found found, Search search, int wanted) {
        int count = found.items().size();
        int number = Math.clamp(wanted, 0, Math.max(0, (count - 1) / ROWS));
        var byCompetence = found.preview().release().topicsByCompetence();
        return new ItemsPage(found.preview(), search, count, number, (number + 1) * ROWS < count,
                found.items().stream().skip((long) number * ROWS).limit(ROWS).map(Row::of).toList(),
                List.copyOf(byCompetence.keySet()),
                byCompetence.values().stream().flatMap(List::stream).filter(
                        topic -> search.competence().isEmpty() || search.competence().equals(topic.competence()))
                        .toList());
    }
}
