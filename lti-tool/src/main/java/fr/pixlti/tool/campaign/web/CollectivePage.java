package fr.pixlti.tool.campaign.web;

import fr.pixlti.tool.campaign.domain.follow.DayCount;
import fr.pixlti.tool.campaign.domain.follow.Figures;
import fr.pixlti.tool.campaign.domain.follow.Followed;
import fr.pixlti.tool.campaign.domain.follow.ReadCollective.Collective;
import fr.pixlti.tool.campaign.domain.follow.Received;
import fr.pixlti.tool.campaign.domain.follow.Worth;
import fr.pixlti.tool.campaign.domain.results.Mastery;
import fr.pixlti.tool.content.ContentRelease;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came out for all who sent.
 *
 * @param group the one shown, absent when all are
 * @param people how many of it sent
 * @param mastery mean in percent, 0 in a collection
 * @param meanPix of profiles, 0 where it is no collection
 * @param certifiable how many profiles are
 * @param spread how many reached what: percents by tens, or pix
 * @param stages how many reached each number of stars; absent without stars
 * @param days when the results came; the last sending of each counts
 * @param weeks whether these are weeks, since they are many days
 */
record CollectivePage(MadeHead head, boolean collection, List<FollowPages.Group> groups, @Nullable UUID group,
        int people, int mastery, double meanPix, int certifiable, Chart states, Chart spread, @Nullable Chart stages,
        int stars, List<DayLine> days, boolean weeks, List<CompetenceLine> competences, List<BadgeCount> badges) {

    /** @param people how many obtained it @param length of the bar, 0 to 100 */
    record BadgeCount(String title, int people, double length) {}

    /** @param from the day, or the first one of the week, in the form 2026-11-21 @param shown as people write it */
    record DayLine(String from, String shown, int count, double length) {}

    static CollectivePage of(Collective read, @Nullable UUID group, int certifiableFrom, int maxLevel,
            ContentRelease release, Locale locale) {
        Followed followed = read.followed();
        Figures figures = read.figures();
        Received received = read.received();
        int people = received.sent();
        List<DayCount> days = Spreads.days(figures.days());
        DateTimeFormatter written = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        int mostADay = days.stream().mapToInt(DayCount::count).max().orElse(0);
        return new CollectivePage(MadeHead.of(followed.made(), MadeHead.Tab.RESULTS), followed.collection(),
                FollowPages.groups(read.groups()), group, people, mastery(figures), meanPix(figures.worths(), people),
                certifiable(figures.worths(), certifiableFrom),
                states(received, read.absent()),
                followed.collection() ? Spreads.pix(figures.worths()) : Spreads.mastery(figures.worths()),
                followed.stars() == 0 ? null : Spreads.stages(figures.worths(), followed.stars()), followed.stars(),
                days.stream().map(day -> new DayLine(day.day().toString(), written.format(day.day()), day.count(),
                        Chart.length(day.count(), mostADay))).toList(),
                Spreads.weekly(figures.days()), CompetenceLine.of(figures.competences(), maxLevel, release, locale),
                followed.badges().stream().map(badge -> {
                    int obtained = figures.badges().getOrDefault(badge.key(), 0);
                    return new BadgeCount(badge.title().in(locale), obtained, Chart.length(obtained, people));
                }).toList());
    }

    private static Chart states(Received received, int absent) {
        return Chart.of(List.of(Chart.bar("ABSENT", 0, 0, absent), Chart.bar("STARTED", 0, 0, received.started()),
                Chart.bar("COMPLETED", 0, 0, received.completed()), Chart.bar("SENT", 0, 0, received.sent())));
    }

    private static int mastery(Figures figures) {
        long validated = figures.competences().stream().mapToLong(sum -> sum.validated()).sum();
        long skills = figures.competences().stream().mapToLong(sum -> sum.skills()).sum();
        return new Mastery((int) validated, (int) skills).percent();
    }

    private static double meanPix(List<Worth> worths, int people) {
        long sum = 0;
        for (Worth worth : worths) {
            Integer pix = worth.pix();
            sum += pix == null ? 0 : (long) pix * worth.people();
        }
        return FollowPages.mean(sum, people);
    }

    private static int certifiable(List<Worth> worths, int from) {
        return worths.stream().filter(worth -> worth.certifiable() != null && worth.certifiable() >= from)
                .mapToInt(Worth::people).sum();
    }
}
