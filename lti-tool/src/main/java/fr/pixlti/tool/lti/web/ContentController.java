package fr.pixlti.tool.lti.web;

import fr.pixlti.tool.lti.domain.Activities;
import fr.pixlti.tool.lti.domain.ChooseContent;
import fr.pixlti.tool.lti.domain.ChooseContent.Draft;
import fr.pixlti.tool.lti.domain.ContentAnswer;
import fr.pixlti.tool.lti.domain.Dialogue;
import fr.pixlti.tool.lti.domain.ShowPreview;
import fr.pixlti.tool.lti.web.ChoicesPage.Ticked;
import fr.pixlti.tool.shared.CurrentPerson;
import fr.pixlti.tool.shared.DomainError;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The dialogue in which a teacher chooses what to add to a course. Whoever asks must be the person who opened it;
 * {@link ChooseContent} checks. What is ticked travels in the address, so every page works without scripts.
 */
@Controller
class ContentController {

    private final ChooseContent chooseContent;
    private final ShowPreview showPreview;
    private final Activities activities;

    ContentController(ChooseContent chooseContent, ShowPreview showPreview, Activities activities) {
        this.chooseContent = chooseContent;
        this.showPreview = showPreview;
        this.activities = activities;
    }

    @GetMapping("/lti/content/{id}")
    String choices(@PathVariable UUID id, @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "target", required = false) @Nullable List<String> ticked,
            @AuthenticationPrincipal CurrentPerson person, Locale locale, Model model) {
        Dialogue dialogue = chooseContent.open(id, person.id());
        return choices(dialogue, Ticked.of(ticked, words), null, locale, model);
    }

    @GetMapping("/lti/content/{id}/preview")
    String preview(@PathVariable UUID id, @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "target", required = false) @Nullable List<String> ticked, @RequestParam String show,
            @AuthenticationPrincipal CurrentPerson person, Locale locale, Model model) {
        Dialogue dialogue = chooseContent.open(id, person.id());
        model.addAttribute("page", PreviewPage.of(base(dialogue), Map.of(), Ticked.of(ticked, words), show,
                showPreview.handle(show, locale)));
        return "lti/preview";
    }

    @GetMapping("/lti/content/{id}/items")
    String items(@PathVariable UUID id, @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "target", required = false) @Nullable List<String> ticked,
            @RequestParam(defaultValue = "false") boolean together, @AuthenticationPrincipal CurrentPerson person,
            Locale locale, Model model, HttpServletResponse response) {
        Dialogue dialogue = chooseContent.open(id, person.id());
        Ticked chosen = Ticked.of(ticked, words);
        boolean several = dialogue.settings().several();
        Draft draft = chooseContent.draft(chosen.targets(), together || !several, locale);
        if (draft.items().isEmpty() || (draft.items().size() > 1 && !several)) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            String problem = draft.items().isEmpty() ? "lti.choices.nothing" : "lti.choices.only-one";
            return choices(dialogue, chosen, problem, locale, model);
        }
        model.addAttribute("page",
                ItemsPage.of(base(dialogue), Map.of(), chosen, draft, several && draft.mayBeTogether()));
        return "lti/content-items";
    }

    /** The one response: posted by a page of its own, or by the frame that waits for it. */
    @PostMapping("/lti/content/{id}")
    String answer(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> form,
            @AuthenticationPrincipal CurrentPerson person, Locale locale, Model model, HttpServletResponse response) {
        List<ChooseContent.Chosen> chosen = ContentForm.read(form);
        if (chosen.isEmpty() && !form.containsKey("close")) {
            throw new DomainError("lti.content-damaged", DomainError.Kind.INVALID);
        }
        return switch (chooseContent.answer(id, person.id(), chosen, locale)) {
            case ContentAnswer.Response answer -> ContentReturnController.post(answer, response, model);
            case ContentAnswer.InFrame waits -> "lti/content-chosen";
        };
    }

    private String choices(Dialogue dialogue, Ticked ticked, @Nullable String problem, Locale locale, Model model) {
        model.addAttribute("page", ChoicesPage.of(base(dialogue), Map.of(), activities, dialogue.courseId(), ticked,
                problem, locale));
        model.addAttribute("several", dialogue.settings().several());
        return "lti/content";
    }

    private static String base(Dialogue dialogue) {
        return "/lti/content/" + dialogue.id();
    }
}
