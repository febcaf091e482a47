package fr.pixlti.tool.assessment.web;

import fr.pixlti.tool.assessment.domain.statistics.Band;
import fr.pixlti.tool.assessment.domain.statistics.Flag;
import fr.pixlti.tool.assessment.domain.statistics.ItemStatistic;
import fr.pixlti.tool.assessment.domain.statistics.ItemStatistics.Run;
import fr.pixlti.tool.assessment.domain.statistics.ReadStatistics;
import fr.pixlti.tool.assessment.domain.statistics.ReadStatistics.Level;
import fr.pixlti.tool.assessment.domain.statistics.ReadStatistics.Order;
import fr.pixlti.tool.assessment.domain.statistics.ReadStatistics.Overview;
import fr.pixlti.tool.assessment.domain.statistics.ReadStatistics.SkillStatistic;
import fr.pixlti.tool.assessment.domain.statistics.ReadStatistics.Wanted;
import fr.pixlti.tool.assessment.domain.statistics.RefreshStatistics;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.shared.CurrentOperator;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What real answers say of items, for operators. */
@Controller
@RequestMapping("/admin/statistics")
class StatisticsController {

    private static final int PAGE = 50;
    private static final int WHOLE = 100;

    private final ReadStatistics readStatistics;
    private final RefreshStatistics refreshStatistics;
    private final ContentApi content;

    StatisticsController(ReadStatistics readStatistics, RefreshStatistics refreshStatistics, ContentApi content) {
        this.readStatistics = readStatistics;
        this.refreshStatistics = refreshStatistics;
        this.content = content;
    }

    /** @param low to {@code high}: usual shares of single items, in percent; absent when too few items tell */
    record LevelRow(int level, int items, int asked, ShareView right, @Nullable Long low, @Nullable Long high) {

        static LevelRow of(Level level) {
            Band band = level.band();
            return new LevelRow(level.level(), level.items(), level.asked(), ShareView.of(level.right()),
                    band == null ? null : Math.round(band.low() * WHOLE),
                    band == null ? null : Math.round(band.high() * WHOLE));
        }
    }

    record SkillRow(SkillStatistic skill, String name, ShareView right, List<StatisticRow> items) {

        static SkillRow of(SkillStatistic skill, ContentRelease release) {
            List<StatisticRow> items = skill.items().stream().map(item -> StatisticRow.of(item, release)).toList();
            return new SkillRow(skill, items.getFirst().skill(), ShareView.of(skill.right()), items);
        }
    }

    @GetMapping
    String list(@AuthenticationPrincipal CurrentOperator operator, FilterForm filter,
            @RequestParam(defaultValue = "0") int page, Model model) {
        ContentRelease release = content.current();
        Overview overview = readStatistics.overview(operator, filter.wanted());
        List<ItemStatistic> items = overview.items();
        int from = (int) Math.clamp((long) page * PAGE, 0L, items.size());
        int to = Math.min(items.size(), from + PAGE);
        model.addAttribute("rows",
                items.subList(from, to).stream().map(item -> StatisticRow.of(item, release)).toList());
        model.addAttribute("count", items.size());
        model.addAttribute("number", from / PAGE);
        model.addAttribute("more", to < items.size());
        model.addAttribute("levels", overview.levels().stream().map(LevelRow::of).toList());
        model.addAttribute("flagged", overview.flagged().entrySet());
        model.addAttribute("filter", filter);
        model.addAttribute("competences", competences(release));
        model.addAttribute("flags", Flag.values());
        model.addAttribute("orders", Order.values());
        addRun(operator, model);
        return "assessment/statistics";
    }

    /** Absent or empty: any. */
    record FilterForm(@Nullable String competence, @Nullable Integer level, @Nullable Flag flag,
            @Nullable Order order) {

        Wanted wanted() {
            return new Wanted(competence == null || competence.isBlank() ? null : competence, level, flag,
                    order == null ? Order.REMARKABLE : order);
        }
    }

    /** How far the reckoning is, asked again and again while it lasts. */
    @GetMapping("/progress")
    String progress(@AuthenticationPrincipal CurrentOperator operator, Model model, HttpServletResponse response) {
        Run run = addRun(operator, model);
        if (run == null || !run.running() && !run.waiting()) {
            response.setHeader("HX-Refresh", "true");
        }
        return "assessment/_statistics :: progress";
    }

    @PostMapping("/refresh")
    String refresh(@AuthenticationPrincipal CurrentOperator operator) {
        refreshStatistics.handle(operator);
        return "redirect:/admin/statistics";
    }

    @GetMapping("/skills")
    String skills(@AuthenticationPrincipal CurrentOperator operator,
            @RequestParam(required = false) @Nullable String competence, Model model) {
        ContentRelease release = content.current();
        List<String> competences = competences(release);
        String shown = competence == null || competence.isBlank() ? competences.getFirst() : competence;
        model.addAttribute("competence", shown);
        model.addAttribute("competences", competences);
        model.addAttribute("rows", readStatistics.skills(operator, shown).stream()
                .map(skill -> SkillRow.of(skill, release)).toList());
        return "assessment/skill-statistics";
    }

    @GetMapping("/items.csv")
    ResponseEntity<byte[]> csv(@AuthenticationPrincipal CurrentOperator operator, FilterForm filter) {
        String text = Stream
                .concat(Stream.of(StatisticRow.COLUMNS),
                        readStatistics.overview(operator, filter.wanted()).items().stream().map(StatisticRow::cells))
                .map(cells -> String.join(",", cells) + "\r\n").collect(Collectors.joining());
        return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"items.csv\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/{item}")
    String item(@AuthenticationPrincipal CurrentOperator operator, @PathVariable String item, Model model) {
        model.addAttribute("row", StatisticRow.of(readStatistics.of(operator, item), content.current()));
        return "assessment/item-statistics";
    }

    private @Nullable Run addRun(CurrentOperator operator, Model model) {
        Run run = readStatistics.run(operator).orElse(null);
        model.addAttribute("run", run);
        OffsetDateTime finished = run == null || run.finishedAt() == null
                ? null
                : run.finishedAt().atOffset(ZoneOffset.UTC);
        model.addAttribute("finished", finished);
        return run;
    }

    private static List<String> competences(ContentRelease release) {
        return release.topicsByCompetence().keySet().stream().sorted().toList();
    }
}
