package fr.pixlti.tool.assessment.web;

import fr.pixlti.tool.assessment.domain.reports.ReadReports;
import fr.pixlti.tool.assessment.domain.reports.Report;
import fr.pixlti.tool.assessment.domain.reports.Report.Category;
import fr.pixlti.tool.assessment.domain.reports.Report.Closing;
import fr.pixlti.tool.assessment.domain.reports.Reports.Filter;
import fr.pixlti.tool.assessment.domain.reports.Reports.Reported;
import fr.pixlti.tool.assessment.domain.reports.Reports.State;
import fr.pixlti.tool.assessment.domain.reports.SettleReports;
import fr.pixlti.tool.content.ContentApi;
import fr.pixlti.tool.content.ContentRelease;
import fr.pixlti.tool.content.Item;
import fr.pixlti.tool.shared.CurrentOperator;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What learners reported about items, for operators. Who did is not shown. */
@Controller
@RequestMapping("/admin/reports")
class ReportsController {

    private final ReadReports readReports;
    private final SettleReports settleReports;
    private final ContentApi content;

    ReportsController(ReadReports readReports, SettleReports settleReports, ContentApi content) {
        this.readReports = readReports;
        this.settleReports = settleReports;
        this.content = content;
    }

    /** @param skill what the item asks of a learner, empty when it is gone from the content */
    record Row(String item, String competence, String skill, int reports, Set<Category> categories,
            OffsetDateTime newest) {

        static Row of(Reported reported, ContentRelease release) {
            Item item = release.items().get(reported.item());
            return new Row(reported.item(), reported.competence(),
                    item == null ? "" : release.skill(item.skill()).name(), reported.reports(),
                    reported.categories(), reported.newest().atOffset(ZoneOffset.UTC));
        }
    }

    /**
     * @param seen the instruction with the figures that the learner saw, of a template only
     * @param given absent when nothing was answered yet
     */
    record Line(Report report, OffsetDateTime sent, @Nullable String seen, @Nullable GivenText given) {

        static Line of(Report report, @Nullable Item item) {
            Long seed = report.seed();
            Item seen = item == null || seed == null ? item : item.drawn(seed);
            return new Line(report, report.sentAt().atOffset(ZoneOffset.UTC),
                    seen == null || seed == null ? null : seen.instruction(),
                    report.given() == null ? null : GivenText.of(report.given(), seen));
        }
    }

    @GetMapping
    String list(@AuthenticationPrincipal CurrentOperator operator,
            @RequestParam(required = false) @Nullable String competence,
            @RequestParam(required = false) @Nullable Category category,
            @RequestParam(defaultValue = "OPEN") State state, @RequestParam(defaultValue = "0") int page,
            Model model) {
        ContentRelease release = content.current();
        Filter filter = new Filter(competence == null || competence.isBlank() ? null : competence, category, state);
        int shown = Math.clamp(page, 0, 1000);
        ReadReports.Page found = readReports.items(operator, filter, shown);
        model.addAttribute("rows", found.items().stream().map(each -> Row.of(each, release)).toList());
        model.addAttribute("more", found.more());
        model.addAttribute("number", shown);
        model.addAttribute("filter", filter);
        model.addAttribute("competences", release.topicsByCompetence().keySet().stream().sorted().toList());
        model.addAttribute("categories", Category.values());
        model.addAttribute("states", State.values());
        return "assessment/reports";
    }

    @GetMapping("/{item}")
    String item(@AuthenticationPrincipal CurrentOperator operator, @PathVariable String item, Model model) {
        List<Report> reports = readReports.of(operator, item);
        ContentRelease release = content.current();
        Item shown = release.items().get(item);
        model.addAttribute("id", item);
        model.addAttribute("item", shown);
        model.addAttribute("skill", shown == null ? null : release.skill(shown.skill()));
        model.addAttribute("files", "/content/" + release.id() + "/");
        model.addAttribute("lines", reports.stream()
                .map(each -> Line.of(each, content.release(each.release()).items().get(item))).toList());
        model.addAttribute("open", reports.stream().filter(each -> each.closedAs() == null).count());
        model.addAttribute("closings", Closing.values());
        return "assessment/reported";
    }

    /** @param report absent: every open one */
    @PostMapping("/{item}/close")
    String close(@AuthenticationPrincipal CurrentOperator operator, @PathVariable String item,
            @RequestParam Closing as, @RequestParam(required = false) @Nullable UUID report, Model model) {
        model.addAttribute("closed", settleReports.close(operator, item, report, as));
        return item(operator, item, model);
    }

    @PostMapping("/{item}/reopen")
    String reopen(@AuthenticationPrincipal CurrentOperator operator, @PathVariable String item,
            @RequestParam UUID report, Model model) {
        model.addAttribute("done", settleReports.reopen(operator, item, report)
                ? "assessment.reports.reopened"
                : "assessment.reports.unchanged");
        return item(operator, item, model);
    }
}
