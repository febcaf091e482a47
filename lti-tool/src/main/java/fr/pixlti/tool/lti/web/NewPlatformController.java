package fr.pixlti.tool.lti.web;

import fr.pixlti.tool.lti.domain.EditPlatform;
import fr.pixlti.tool.lti.domain.PlatformDraft;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.ToolSettings;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A platform that cannot register by itself, typed by an operator beside the tool's own addresses. */
@Controller
@RequestMapping("/admin/platforms/new")
class NewPlatformController {

    private final EditPlatform editPlatform;
    private final Map<String, String> addresses = new LinkedHashMap<>();

    NewPlatformController(EditPlatform editPlatform, ToolSettings tool) {
        this.editPlatform = editPlatform;
        addresses.put("target", tool.url("/lti/launch"));
        addresses.put("login", tool.url("/lti/login"));
        addresses.put("redirect", tool.url("/lti/launch"));
        addresses.put("keys", tool.url("/.well-known/jwks.json"));
        addresses.put("icon", tool.url("/assets/icon.svg"));
    }

    @GetMapping
    String form(@AuthenticationPrincipal CurrentOperator operator, Model model) {
        operator.require(CurrentOperator.Role.OPERATOR);
        return form(PlatformDraft.empty(), Map.of(), model);
    }

    @PostMapping
    String add(@AuthenticationPrincipal CurrentOperator operator, DraftForm form, Model model,
            HttpServletResponse response) {
        operator.require(CurrentOperator.Role.OPERATOR);
        PlatformDraft draft = form.draft();
        Map<String, String> faults = draft.faults();
        if (faults.isEmpty()) {
            try {
                return "redirect:/admin/platforms/" + editPlatform.add(operator, draft);
            } catch (DomainError e) {
                if (e.kind() != DomainError.Kind.CONFLICT) {
                    throw e;
                }
                faults = Map.of("clientId", "there");
            }
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return form(draft, faults, model);
    }

    private String form(PlatformDraft draft, Map<String, String> faults, Model model) {
        model.addAttribute("page", new PlatformFormPage(null, draft, faults, ""));
        model.addAttribute("addresses", addresses);
        return "lti/admin/platform-form";
    }
}
