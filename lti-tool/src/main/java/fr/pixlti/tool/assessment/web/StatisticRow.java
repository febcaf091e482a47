package fr.pixlti.tool.assessment.web;

import fr.pixlti.tool.assessment.domain.statistics.ItemStatistic;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Skill;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item's figures to show; what cannot be told is absent.
 *
 * @param skill what it asks of a learner, empty when it is gone from the content
 * @param skipped percent; @param late percent
 */
record StatisticRow(ItemStatistic item, String skill, ShareView right, @Nullable Long skipped, @Nullable Long late) {

    static StatisticRow of(ItemStatistic item, ContentRelease release) {
        Skill skill = release.skills().get(item.skill());
        return new StatisticRow(item, skill == null ? "" : skill.name(), ShareView.of(item.right()),
                ShareView.percent(item.skipped()), ShareView.percent(item.late()));
    }

    /** By the learner's level, from 0. */
    public List<ShareView> byLevel() {
        return item.byLevel().stream().map(ShareView::of).toList();
    }

    public ShareView recent() {
        return ShareView.of(item.recent());
    }

    public ShareView earlier() {
        return ShareView.of(item.earlier());
    }

    /** Names of the columns of {@link #cells}. */
    static final List<String> COLUMNS = List.of("item", "skill", "competence", "level", "answers", "right", "right_low",
            "right_high", "skipped", "late", "paced", "median_seconds", "p90_seconds", "compared", "discrimination",
            "recent_answers", "recent_right", "reports", "flags");

    /** The figures for a spreadsheet: shares from 0 to 1 with a point; ids and codes need no quoting. */
    static List<String> cells(ItemStatistic item) {
        List<Object> cells = new ArrayList<>(List.of(item.item(), item.skill(), item.competence(), item.level(),
                item.answers(), item.right().share(), item.right().interval().low(),
                item.right().interval().high(), item.skipped().share(), item.late().share(), item.pace().answers()));
        cells.add(orEmpty(item.pace().median()));
        cells.add(orEmpty(item.pace().slow()));
        cells.add(item.compared());
        cells.add(orEmpty(item.discrimination()));
        cells.add(item.recent().trials());
        cells.add(item.recent().share());
        cells.add(item.reports());
        cells.add(String.join(" ", item.flags().stream().map(Enum::name).toList()));
        return cells.stream()
                .map(cell -> cell instanceof Double number
                        ? String.format(java.util.Locale.ROOT, "%.4f", number)
                        : cell.toString())
                .toList();
    }

    private static Object orEmpty(@Nullable Object value) {
        return value == null ? "" : value;
    }
}
