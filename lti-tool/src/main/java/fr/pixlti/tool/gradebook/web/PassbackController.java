package fr.pixlti.tool.gradebook.web;

import fr.pixlti.tool.gradebook.domain.PassbackQueue.Queued;
import fr.pixlti.tool.gradebook.domain.ResendScores;
import fr.pixlti.tool.gradebook.domain.SearchQueue;
import fr.pixlti.tool.gradebook.domain.SearchQueue.Found;
import fr.pixlti.tool.lti.spi.ScoreReturns.State;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.DomainError;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The scores that the tool owes to platforms, for operators. */
@Controller
@RequestMapping("/admin/passback")
class PassbackController {

    private final SearchQueue searchQueue;
    private final ResendScores resendScores;

    PassbackController(SearchQueue searchQueue, ResendScores resendScores) {
        this.searchQueue = searchQueue;
        this.resendScores = resendScores;
    }

    /** @param resendable whether it ended without arriving, and the platform knows the person */
    record Row(UUID id, int revision, String platform, String person, String activity, String course, String tag,
            String value, State state, @Nullable String reason, @Nullable OffsetDateTime lastTried,
            @Nullable OffsetDateTime next, boolean resendable) {

        static Row of(Queued score) {
            return new Row(score.id(), score.revision(), score.platform(), score.person(), score.activity(),
                    score.course(), score.tag(), plain(score.given()) + " / " + plain(score.maximum()), score.state(),
                    score.reason() == null ? null : "gradebook.reason." + score.reason(), utc(score.lastTried()),
                    utc(score.next()), score.ended());
        }

        private static String plain(BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }

        private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
            return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
        }
    }

    /** Unfiltered, or by what is no personal data: a link of the console may say it. */
    @GetMapping
    String list(@AuthenticationPrincipal CurrentOperator operator,
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable UUID platform, Model model) {
        return page(operator, new PassbackForm(platform, state, null, null, null), null, model);
    }

    @PostMapping
    String search(@AuthenticationPrincipal CurrentOperator operator, @ModelAttribute PassbackForm form, Model model) {
        return page(operator, form, null, model);
    }

    @PostMapping("/resend")
    String resend(@AuthenticationPrincipal CurrentOperator operator, @ModelAttribute PassbackForm form,
            @RequestParam UUID id, @RequestParam int revision, Model model) {
        String done;
        try {
            done = resendScores.one(operator, id, revision)
                    ? "gradebook.passback.resent"
                    : "gradebook.passback.changed";
        } catch (DomainError e) {
            if (!e.code().equals("gradebook.unknown-person")) {
                throw e;
            }
            done = "error.gradebook.unknown-person";
        }
        return page(operator, form, done, model);
    }

    @PostMapping("/resend-all")
    String resendAll(@AuthenticationPrincipal CurrentOperator operator, @ModelAttribute PassbackForm form,
            Model model) {
        model.addAttribute("number", resendScores.all(operator, form.filter()));
        return page(operator, form, "gradebook.passback.all-resent", model);
    }

    private String page(CurrentOperator operator, PassbackForm form, @Nullable String done, Model model) {
        Found found = searchQueue.handle(operator, form.filter(), form.before());
        List<Row> rows = found.scores().stream().map(Row::of).toList();
        model.addAttribute("form", form);
        model.addAttribute("rows", rows);
        model.addAttribute("next", found.next());
        model.addAttribute("waiting", found.counts().getOrDefault(State.WAITING, 0));
        model.addAttribute("refused", found.counts().getOrDefault(State.REFUSED, 0));
        model.addAttribute("superseded", found.counts().getOrDefault(State.SUPERSEDED, 0));
        model.addAttribute("platforms", found.platforms().entrySet());
        model.addAttribute("states", State.values());
        model.addAttribute("ended", rows.stream().anyMatch(Row::resendable));
        model.addAttribute("done", done);
        return "gradebook/passback";
    }
}
