package fr.pixlti.tool.assessment.domain.preview;

import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.PreviewContent;
import fr.pixlti.tool.content.PreviewContent.Drawn;
import fr.pixlti.tool.content.PreviewContent.Mistake;
import fr.pixlti.tool.content.PreviewContent.Preview;
import fr.pixlti.tool.content.Skill;
import fr.pixlti.tool.content.Topic;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.CurrentOperator.Role;
import fr.pixlti.tool.shared.DomainError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An operator looks for items, and at one of them. */
@Component
public class LookAtItems {

    private final PreviewContent content;

    LookAtItems(PreviewContent content) {
        this.content = content;
    }

    /** An item in its place. */
    public record Placed(Item item, Skill skill, Topic topic) {}

    /** @param items that were looked for, in the order of competences, topics and levels */
    public record Found(Preview preview, List<Placed> items) {}

    /**
     * An item, drawn if it is a template.
     *
     * @param draw number of the draw, from 1
     * @param draws how many there are, 1 for an item that is no template
     * @param previous id of the item before it, absent before the first
     * @param next id of the item after it, absent after the last
     * @param mistakes in the file of its topic
     */
    public record Shown(Preview preview, Placed placed, int draw, int draws, @Nullable String previous,
            @Nullable String next, List<Mistake> mistakes) {

        public Item item() {
            return placed.item();
        }
    }

    public Found find(CurrentOperator operator, Search search) {
        operator.require(Role.OPERATOR);
        Preview preview = content.now();
        return new Found(preview, placed(preview.release()).stream().filter(search::finds).toList());
    }

    /**
     * One item.
     *
     * @param draw from 1; another number means the nearest there is
     * @throws DomainError {@code assessment.no-item}
     */
    public Shown one(CurrentOperator operator, String id, int draw) {
        operator.require(Role.OPERATOR);
        Preview preview = content.now();
        List<Placed> all = placed(preview.release());
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).item().id().equals(id)) {
                return shown(preview, all, i, draw);
            }
        }
        throw DomainError.notFound("assessment.no-item");
    }

    private Shown shown(Preview preview, List<Placed> all, int at, int wanted) {
        Placed placed = all.get(at);
        Item.Draws template = placed.item().draws();
        int draws = template == null ? 1 : template.count();
        int draw = Math.clamp(wanted, 1, draws);
        String file = "/" + placed.topic().competence() + "/" + placed.topic().id() + ".yaml";
        List<Mistake> mistakes = new ArrayList<>(
                preview.mistakes().stream().filter(each -> each.file().endsWith(file)).toList());
        if (template != null) {
            Drawn drawn = content.draw(placed.item(), draw - 1);
            placed = new Placed(drawn.item(), placed.skill(), placed.topic());
            drawn.mistakes().stream().filter(each -> !mistakes.contains(each)).forEach(mistakes::add);
        }
        return new Shown(preview, placed, draw, draws, at == 0 ? null : all.get(at - 1).item().id(),
                at == all.size() - 1 ? null : all.get(at + 1).item().id(), mistakes);
    }

    private static List<Placed> placed(ContentRelease release) {
        return release.topicsByCompetence().values().stream().flatMap(List::stream)
                .flatMap(topic -> topic.skills().stream()
                        .flatMap(skill -> skill.items().stream().map(item -> new Placed(item, skill, topic))))
                .toList();
    }
}
