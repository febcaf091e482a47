package fr.pixlti.tool.assessment.web;

import fr.pixlti.tool.assessment.domain.preview.LookAtItems;
import fr.pixlti.tool.assessment.domain.preview.LookAtItems.Found;
import fr.pixlti.tool.assessment.domain.preview.LookAtItems.Shown;
import fr.pixlti.tool.assessment.domain.preview.Search;
import fr.pixlti.tool.assessment.domain.profile.KeepLessons;
import fr.pixlti.tool.content.MistakeWords;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.DomainError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Items with their keys, for operators and authors, who try them without leaving a trace. */
@Controller
@RequestMapping("/admin/items")
class ItemsController {

    private static final Search EVERYTHING = new Search("", "", "");

    private final LookAtItems lookAtItems;
    private final MistakeWords mistakeWords;
    private final KeepLessons keepLessons;

    ItemsController(LookAtItems lookAtItems, MistakeWords mistakeWords, KeepLessons keepLessons) {
        this.lookAtItems = lookAtItems;
        this.mistakeWords = mistakeWords;
        this.keepLessons = keepLessons;
    }

    @GetMapping
    String list(@AuthenticationPrincipal CurrentOperator operator, @RequestParam(defaultValue = "") String competence,
            @RequestParam(defaultValue = "") String topic, @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "0") int page, Locale locale, Model model) {
        return list(operator, new Search(competence, topic, words), page, locale, model);
    }

    /** @param draw of a template, from 1; @param alternative whether to show how it is told to some people */
    @GetMapping("/{id}")
    String item(@AuthenticationPrincipal CurrentOperator operator, @PathVariable String id,
            @RequestParam(defaultValue = "1") int draw, @RequestParam(defaultValue = "false") boolean alternative,
            Locale locale, Model model, HttpServletResponse response) {
        try {
            return shown(lookAtItems.one(operator, id, draw, alternative), null, locale, model);
        } catch (DomainError error) {
            return gone(error, operator, locale, model, response);
        }
    }

    /** Marks an answer and keeps nothing of it. @param late whether it is to count as given after the time was up */
    @PostMapping("/{id}")
    String attempt(@AuthenticationPrincipal CurrentOperator operator, @PathVariable String id,
            @RequestParam(defaultValue = "1") int draw, @RequestParam(defaultValue = "false") boolean alternative,
            @RequestParam(defaultValue = "false") boolean late,
            HttpServletRequest request, Locale locale, Model model, HttpServletResponse response) {
        try {
            AnswerForm form = AnswerForm.of(request);
            Shown shown = lookAtItems.one(operator, id, draw, alternative);
            model.addAttribute("tried", TriedView.of(shown.item(), form, late));
            String view = shown(shown, form, locale, model);
            return AssessmentController.htmx(request) ? view + " :: verdict" : view;
        } catch (DomainError error) {
            return gone(error, operator, locale, model, response);
        }
    }

    /** An author whose file no longer reads learns why, instead of that the item is gone. */
    private String gone(DomainError error, CurrentOperator operator, Locale locale, Model model,
            HttpServletResponse response) {
        if (error.kind() != DomainError.Kind.NOT_FOUND
                || lookAtItems.find(operator, EVERYTHING).preview().mistakes().isEmpty()) {
            throw error;
        }
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute("gone", "error." + error.code());
        return list(operator, EVERYTHING, 0, locale, model);
    }

    private String shown(Shown shown, @Nullable AnswerForm entered, Locale locale, Model model) {
        model.addAttribute("page", ItemPage.of(shown, entered));
        model.addAttribute("useful", keepLessons.votes(shown.placed().topic().id()));
        model.addAttribute("mistakes", mistakeWords.say(shown.mistakes(), locale));
        return "assessment/item";
    }

    private String list(CurrentOperator operator, Search search, int number, Locale locale, Model model) {
        Found found = lookAtItems.find(operator, search);
        model.addAttribute("mistakes", mistakeWords.say(found.preview().mistakes(), locale));
        model.addAttribute("page", ItemsPage.of(found, search, number));
        return "assessment/items";
    }
}
