package fr.pixlti.tool.assessment.domain.engine;

import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.content.Needs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plays a test again from its seed, its start and its outcomes: proves why each question was asked. */
public final class Replay {

    private Replay() {}

    /**
     * What was asked, in order, and what comes next.
     *
     * @param carried what was known before the test
     * @param met ids of items met before the test
     * @param needs of the person all along; a test during which they changed cannot be played again
     * @param successes whether each answer was a success, in order; those after the end of the test are ignored
     * @return one choice for each success, then the next one; {@link Choice.Over} only as the last
     */
    public static List<Choice> of(Target target, Collection<KnowledgeElement> carried, Set<String> met, long seed,
            Needs needs, List<Boolean> successes) {
        Map<String, KnowledgeElement> known = new HashMap<>();
        carried.forEach(element -> known.put(element.skill(), element));
        List<Answered> answered = new ArrayList<>();
        List<Choice> choices = new ArrayList<>();
        choices.add(NextItem.choose(target, known, answered, met, seed, needs));
        for (boolean success : successes) {
            if (!(choices.getLast() instanceof Choice.Ask(var skill, Item item))) {
                break;
            }
            Inference.from(target, skill, success, known, Instant.EPOCH)
                    .forEach(element -> known.put(element.skill(), element));
            answered.add(new Answered(item.id(), item.timer() != null));
            choices.add(NextItem.choose(target, known, answered, met, seed, needs));
        }
        return choices;
    }
}
