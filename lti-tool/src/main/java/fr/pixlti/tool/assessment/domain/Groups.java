package fr.pixlti.tool.assessment.domain;

import fr.pixlti.tool.content.Item.Field;
import fr.pixlti.tool.content.Item.FillSeveral;
import fr.pixlti.tool.content.Tolerances;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

/**
 * Dependent fields: each takes an accepted group of its own. A text may suit two groups, so this is a matching between
 * fields and groups (augmenting paths), not a first come, first served.
 */
final class Groups {

    static final int FREE = -1;

    private final boolean[][] suits;
    /** Which field took each group. */
    private final int[] takenBy;

    private Groups(boolean[][] suits, int groups) {
        this.suits = suits;
        this.takenBy = new int[groups];
        Arrays.fill(takenBy, FREE);
    }

    /** Whether every field can have a group that its text matches, no group going to two fields. */
    static boolean allServed(FillSeveral work, SortedMap<String, String> texts) {
        Groups matching = of(work, texts);
        for (int field = 0; field < matching.suits.length; field++) {
            if (!matching.serve(field, new boolean[matching.takenBy.length])) {
                return false;
            }
        }
        return true;
    }

    /** The group of each field, {@link #FREE} for one that can have none; as many fields as possible have one. */
    static int[] served(FillSeveral work, SortedMap<String, String> texts) {
        Groups matching = of(work, texts);
        int[] groups = new int[matching.suits.length];
        Arrays.fill(groups, FREE);
        for (int field = 0; field < groups.length; field++) {
            matching.serve(field, new boolean[matching.takenBy.length]);
        }
        for (int group = 0; group < matching.takenBy.length; group++) {
            if (matching.takenBy[group] != FREE) {
                groups[matching.takenBy[group]] = group;
            }
        }
        return groups;
    }

    private static Groups of(FillSeveral work, SortedMap<String, String> texts) {
        List<Field> fields = work.fields();
        boolean[][] suits = new boolean[fields.size()][work.groups().size()];
        for (int field = 0; field < suits.length; field++) {
            String text = texts.getOrDefault(fields.get(field).name(), "");
            for (int group = 0; group < suits[field].length; group++) {
                suits[field][group] = Tolerances.accepts(fields.get(field), work.groups().get(group), text);
            }
        }
        return new Groups(suits, work.groups().size());
    }

    private boolean serve(int field, boolean[] tried) {
        for (int group = 0; group < takenBy.length; group++) {
            if (suits[field][group] && !tried[group]) {
                tried[group] = true;
                if (takenBy[group] == FREE || serve(takenBy[group], tried)) {
                    takenBy[group] = field;
                    return true;
                }
            }
        }
        return false;
    }
}
