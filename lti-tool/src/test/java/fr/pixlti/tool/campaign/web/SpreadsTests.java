package fr.pixlti.tool.campaign.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pixlti.tool.campaign.domain.follow.DayCount;
import fr.pixlti.tool.campaign.domain.follow.Worth;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpreadsTests {

    private static Worth mastery(int percent, int people) {
        return new Worth(percent, null, null, null, people);
    }

    private static Worth pix(int pix, int people) {
        return new Worth(null, null, pix, 5, people);
    }

    @Test
    void mastery_is_counted_by_tens_and_a_hundred_is_with_the_nineties() {
        Chart chart = Spreads.mastery(List.of(mastery(0, 1), mastery(9, 2), mastery(10, 3), mastery(89, 4),
                mastery(90, 5), mastery(100, 6)));
        assertThat(chart.bars()).extracting(Chart.Bar::count).containsExactly(3, 3, 0, 0, 0, 0, 0, 0, 4, 11);
        assertThat(chart.bars()).extracting(Chart.Bar::low).containsExactly(0, 10, 20, 30, 40, 50, 60, 70, 80, 90);
        assertThat(chart.bars()).extracting(Chart.Bar::high).containsExactly(9, 19, 29, 39, 49, 59, 69, 79, 89, 100);
        assertThat(chart.bars().get(9).length()).isEqualTo(100);
        assertThat(chart.bars().get(8).length()).as("4 of 11").isEqualTo(36.4);
        assertThat(chart.total()).isEqualTo(21);
    }

    @Test
    void pix_are_put_together_so_that_there_are_ten_bars_at_most() {
        assertThat(Spreads.pix(List.of(pix(0, 1))).bars()).extracting(Chart.Bar::high).containsExactly(7);
        assertThat(Spreads.pix(List.of(pix(79, 1), pix(8, 2))).bars()).extracting(Chart.Bar::count)
                .containsExactly(0, 2, 0, 0, 0, 0, 0, 0, 0, 1);
        assertThat(Spreads.pix(List.of(pix(80, 1))).bars()).as("now of 16 each").hasSize(6);
        Chart most = Spreads.pix(List.of(pix(1024, 1)));
        assertThat(most.bars()).hasSize(9);
        assertThat(most.bars().getLast()).extracting(Chart.Bar::low, Chart.Bar::count).containsExactly(1024, 1);
    }

    @Test
    void stages_have_a_bar_each_from_none() {
        Chart chart = Spreads.stages(Stream.of(0, 0, 1, 3).map(stage -> new Worth(1, stage, null, null, 2)).toList(),
                3);
        assertThat(chart.bars()).extracting(Chart.Bar::count).containsExactly(4, 2, 0, 2);
    }

    @Test
    void days_follow_each_other_without_a_gap() {
        LocalDate first = LocalDate.of(2026, 11, 27);
        List<DayCount> days = Spreads.days(List.of(new DayCount(first, 2), new DayCount(first.plusDays(4), 1)));
        assertThat(days).extracting(DayCount::count).containsExactly(2, 0, 0, 0, 1);
        assertThat(days.getLast().day()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(Spreads.days(List.of())).isEmpty();
    }

    @Test
    void many_days_are_weeks_by_their_monday() {
        LocalDate wednesday = LocalDate.of(2026, 11, 4);
        List<DayCount> counted = List.of(new DayCount(wednesday, 2), new DayCount(wednesday.plusDays(4), 3),
                new DayCount(wednesday.plusDays(14), 5));
        assertThat(Spreads.weekly(counted)).isTrue();
        assertThat(Spreads.days(counted)).containsExactly(new DayCount(LocalDate.of(2026, 11, 2), 5),
                new DayCount(LocalDate.of(2026, 11, 16), 5));
        assertThat(Spreads.weekly(counted.subList(0, 2))).isFalse();
    }
}
