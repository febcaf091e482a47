package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.campaign.domain.follow.DayCount;
import fr.pixlti.tool.campaign.domain.follow.Worth;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How results are spread. */
final class Spreads {

    private static final int PERCENT = 100;
    private static final int TEN = 10;
    private static final int MOST_DAYS = 14;
    /** Widths that pix are put together in; the narrowest that makes ten bars of all. */
    private static final int[] PIX_WIDTHS = {8, 16, 32, 64, 128};

    private Spreads() {}

    /** Ten bars: 0 to 9 %, 10 to 19 %, … 90 to 100 %. */
    static Chart mastery(List<Worth> worths) {
        int[] counts = counts(worths, Worth::mastery, TEN, TEN);
        List<Chart.Bar> bars = new ArrayList<>();
        for (int i = 0; i < TEN; i++) {
            bars.add(Chart.bar("", i * TEN, i == TEN - 1 ? PERCENT : i * TEN + TEN - 1, counts[i]));
        }
        return Chart.of(bars);
    }

    /** At most ten bars of equal width, from 0 pix to the most that somebody has. */
    static Chart pix(List<Worth> worths) {
        int most = 0;
        for (Worth worth : worths) {
            Integer pix = worth.pix();
            most = Math.max(most, pix == null ? 0 : pix);
        }
        int width = PIX_WIDTHS[0];
        for (int i = 1; i < PIX_WIDTHS.length && most >= TEN * width; i++) {
            width = PIX_WIDTHS[i];
        }
        int number = most / width + 1;
        int[] counts = counts(worths, Worth::pix, width, number);
        List<Chart.Bar> bars = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            bars.add(Chart.bar("", i * width, i * width + width - 1, counts[i]));
        }
        return Chart.of(bars);
    }

    /** A bar for each number of stars, from none. */
    static Chart stages(List<Worth> worths, int stars) {
        int[] counts = counts(worths, Worth::stage, 1, stars + 1);
        List<Chart.Bar> bars = new ArrayList<>();
        for (int i = 0; i <= stars; i++) {
            bars.add(Chart.bar("", i, stars, counts[i]));
        }
        return Chart.of(bars);
    }

    private static int[] counts(List<Worth> worths, Function<Worth, @Nullable Integer> what, int width, int number) {
        int[] counts = new int[number];
        for (Worth worth : worths) {
            Integer value = what.apply(worth);
            if (value != null) {
                counts[Math.clamp(value / width, 0, number - 1)] += worth.people();
            }
        }
        return counts;
    }

    /** Whether there are so many days that weeks say more. */
    static boolean weekly(List<DayCount> days) {
        return !days.isEmpty()
                && ChronoUnit.DAYS.between(days.getFirst().day(), days.getLast().day()) >= MOST_DAYS;
    }

    /** Day by day without a gap; weeks, by their Monday, where there are too many days, and only those with a result. */
    static List<DayCount> days(List<DayCount> counted) {
        if (counted.isEmpty()) {
            return List.of();
        }
        boolean weekly = weekly(counted);
        Map<LocalDate, Integer> sums = new TreeMap<>();
        if (!weekly) {
            counted.getFirst().day().datesUntil(counted.getLast().day().plusDays(1)).forEach(day -> sums.put(day, 0));
        }
        for (DayCount each : counted) {
            LocalDate day = weekly
                    ? each.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                    : each.day();
            sums.merge(day, each.count(), Integer::sum);
        }
        return sums.entrySet().stream().map(sum -> new DayCount(sum.getKey(), sum.getValue())).toList();
    }
}
