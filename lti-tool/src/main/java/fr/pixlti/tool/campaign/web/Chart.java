package fr.pixlti.tool.campaign.web;

import java.util.List;

/**
 * Numbers as bars, each as long as its share of the longest.
 *
 * @param total of all bars
 */
record Chart(List<Bar> bars, int total) {

    private static final double FULL = 100;

    /**
     * @param key end of the label's bundle key; empty where the bar is known by its values
     * @param low first value that belongs to the bar
     * @param high last one
     * @param length 0 to 100
     */
    record Bar(String key, int low, int high, int count, double length) {

        /** Where a bar that stands begins, from above. */
        public double top() {
            return FULL - length;
        }
    }

    static Chart of(List<Bar> counted) {
        int most = counted.stream().mapToInt(Bar::count).max().orElse(0);
        return new Chart(
                counted.stream().map(bar -> new Bar(bar.key, bar.low, bar.high, bar.count, length(bar.count, most)))
                        .toList(),
                counted.stream().mapToInt(Bar::count).sum());
    }

    /** Shares of a whole that is known. @param whole at least 1 */
    static double length(double part, double whole) {
        return whole <= 0 ? 0 : Math.round(part * 10 * FULL / whole) / 10.0;
    }

    static Bar bar(String key, int low, int high, int count) {
        return new Bar(key, low, high, count, 0);
    }

    /** Whether there is anything to see. */
    public boolean empty() {
        return total == 0;
    }
}
