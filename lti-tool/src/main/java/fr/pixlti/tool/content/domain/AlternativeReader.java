package fr.pixlti.tool.content.domain;

import fr.pixlti.tool.content.Item;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads the {@code alternative} of an item: what stands there takes the place of the item's own, all else stays. It is
 * read and checked like an item of its own; what is right cannot be another thing, so one key marks both.
 */
final class AlternativeReader {

    private static final String NONE = "none";
    private static final Set<String> TELLING = Set.of("instruction", "text", "image", "attachments");
    private static final Set<String> OTHER = Set.of("accessibility", "correction");

    private final Entries entries;
    private final String skill;

    AlternativeReader(Entries entries, String skill) {
        this.entries = entries;
        this.skill = skill;
    }

    /** @param item as everybody else sees it */
    Item read(Item item, Entries others) {
        for (String key : others.keys()) {
            if (!TELLING.contains(key) && !OTHER.contains(key)) {
                others.fault(key, "an alternative cannot change `" + key + "`");
            }
        }
        if (others.keys().stream().noneMatch(TELLING::contains)) {
            entries.fault("alternative", "the alternative tells nothing otherwise");
        }
        Item alternative = alternative(others);
        boolean forBlindness = !item.suitsBlindness() && alternative.suitsBlindness();
        boolean forColourBlindness = !item.suitsColourBlindness() && alternative.suitsColourBlindness();
        if (!forBlindness && !forColourBlindness) {
            entries.fault("alternative", "the alternative suits nobody whom the item does not suit");
        }
        return alternative;
    }

    private Item alternative(Entries others) {
        Set<String> without = new HashSet<>(Set.of("alternative"));
        if (!others.has("accessibility")) {
            without.add("accessibility");
        }
        for (String key : Set.of("image", "attachments")) {
            if (others.has(key) && others.isText(key, NONE)) {
                without.add(key);
            }
        }
        Reading own = entries.reading();
        Reading again = own.again();
        Item alternative = new ItemReader(entries.replaced(again, without, others), skill).read(null);
        // What both have in common is noted once.
        again.faults().stream().filter(fault -> !own.faults().contains(fault))
                .forEach(fault -> own.fault(fault.line(), fault.message()));
        again.remarks().stream().filter(remark -> !own.remarks().contains(remark))
                .forEach(remark -> own.remark(remark.line(), remark.message()));
        own.references().addAll(again.references());
        return alternative;
    }
}
