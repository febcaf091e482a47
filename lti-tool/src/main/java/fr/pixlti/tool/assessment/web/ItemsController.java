package fr.pixlti.tool.assessment.web;

import fr.pixlti.tool.assessment.domain.preview.LookAtItems;
import fr.pixlti.tool.assessment.domain.preview.LookAtItems.Found;
import fr.pixlti.tool.assessment.domain.preview.LookAtItems.Shown;
import fr.pixlti.tool.assessment.domain.preview.Search;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.DomainError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

    ItemsController(LookAtItems lookAtItems) {
        this.lookAtItems = lookAtItems;
    }

    @GetMapping
    String list(@AuthenticationPrincipal CurrentOperator operator, @RequestParam(defaultValue = "") String competence,
            @RequestParam(defaultValue = "") String topic, @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "0") int page, Model model) {
        return list(operator, new Search(competence, topic, words), page, model);
    }

    /** @param draw of a template, from 1 */
    @GetMapping("/{id}")
    String item(@AuthenticationPrincipal CurrentOperator operator, @PathVariable String id,
            @RequestParam(defaultValue = "1") int draw, Model model, HttpServletResponse response) {
        try {
            model.addAttribute("page", ItemPage.of(lookAtItems.one(operator, id, draw), null));
            return "assessment/item";
        } catch (DomainError error) {
            return gone(error, operator, model, response);
        }
    }

    /** Marks an answer and keeps nothing of it. @param late whether it is to count as given after the time was up */
    @PostMapping("/{id}")
    String attempt(@AuthenticationPrincipal CurrentOperator operator, @PathVariable String id,
            @RequestParam(defaultValue = "1") int draw, @RequestParam(defaultValue = "false") boolean late,
            HttpServletRequest request, Model model, HttpServletResponse response) {
        try {
            AnswerForm form = AnswerForm.of(request);
            Shown shown = lookAtItems.one(operator, id, draw);
            model.addAttribute("page", ItemPage.of(shown, form));
            model.addAttribute("tried", TriedView.of(shown.item(), form, late));
            return AssessmentController.htmx(request) ? "assessment/item :: verdict" : "assessment/item";
        } catch (DomainError error) {
            return gone(error, operator, model, response);
        }
    }

    /** An author whose file no longer reads learns why, instead of that the item is gone. */
    private String gone(DomainError error, CurrentOperator operator, Model model, HttpServletResponse response) {
        if (error.kind() != DomainError.Kind.NOT_FOUND
                || lookAtItems.find(operator, EVERYTHING).preview().mistakes().isEmpty()) {
            throw error;
        }
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute("gone", "error." + error.code());
        return list(operator, EVERYTHING, 0, model);
    }

    private String list(CurrentOperator operator, Search search, int number, Model model) {
        Found found = lookAtItems.find(operator, search);
        model.addAttribute("page", ItemsPage.of(found, search, number));
        return "assessment/items";
    }
}
