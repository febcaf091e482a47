package fr.pixlti.tool.lti.web;

import fr.pixlti.tool.lti.domain.DecidePlatform;
import fr.pixlti.tool.lti.domain.EditPlatform;
import fr.pixlti.tool.lti.domain.Finding;
import fr.pixlti.tool.lti.domain.KnownPlatform;
import fr.pixlti.tool.lti.domain.KnownPlatforms;
import fr.pixlti.tool.lti.domain.PlatformDraft;
import fr.pixlti.tool.lti.domain.TestConnection;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shared.Transactions;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The platforms, for operators: list, one platform, decisions about it, correction, connection test. */
@Controller
@RequestMapping("/admin/platforms")
class PlatformsController {

    private static final String ONE = "redirect:/admin/platforms/";

    private final KnownPlatforms platforms;
    private final DecidePlatform decidePlatform;
    private final EditPlatform editPlatform;
    private final TestConnection testConnection;
    private final Transactions transactions;

    PlatformsController(KnownPlatforms platforms, DecidePlatform decidePlatform, EditPlatform editPlatform,
            TestConnection testConnection, Transactions transactions) {
        this.platforms = platforms;
        this.decidePlatform = decidePlatform;
        this.editPlatform = editPlatform;
        this.testConnection = testConnection;
        this.transactions = transactions;
    }

    @GetMapping
    String list(@AuthenticationPrincipal CurrentOperator operator, Locale locale, Model model) {
        operator.require(CurrentOperator.Role.OPERATOR);
        Moments moments = new Moments(locale);
        model.addAttribute("rows",
                transactions.call(platforms::all).stream().map(each -> PlatformPage.Row.of(each, moments))
                        .toList());
        return "lti/admin/platforms";
    }

    @GetMapping("/{id}")
    String one(@AuthenticationPrincipal CurrentOperator operator, @PathVariable UUID id, Locale locale, Model model) {
        operator.require(CurrentOperator.Role.OPERATOR);
        return page(find(id), List.of(), locale, model);
    }

    @PostMapping("/{id}/test")
    String test(@AuthenticationPrincipal CurrentOperator operator, @PathVariable UUID id, Locale locale, Model model) {
        operator.require(CurrentOperator.Role.OPERATOR);
        KnownPlatform known = find(id);
        return page(known, testConnection.handle(known), locale, model);
    }

    @PostMapping("/{id}/approve")
    String approve(@AuthenticationPrincipal CurrentOperator operator, @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean otherHostsSeen) {
        operator.require(CurrentOperator.Role.OPERATOR);
        decidePlatform.approve(operator, id, otherHostsSeen);
        return ONE + id;
    }

    @PostMapping("/{id}/suspend")
    String suspend(@AuthenticationPrincipal CurrentOperator operator, @PathVariable UUID id) {
        operator.require(CurrentOperator.Role.OPERATOR);
        decidePlatform.suspend(operator, id);
        return ONE + id;
    }

    @PostMapping("/{id}/deployments/{deployment}/approve")
    String approveDeployment(@AuthenticationPrincipal CurrentOperator operator, @PathVariable UUID id,
            @PathVariable UUID deployment) {
        operator.require(CurrentOperator.Role.OPERATOR);
        decidePlatform.approveDeployment(operator, id, deployment);
        return ONE + id;
    }

    @GetMapping("/{id}/edit")
    String form(@AuthenticationPrincipal CurrentOperator operator, @PathVariable UUID id, Model model) {
        operator.require(CurrentOperator.Role.OPERATOR);
        KnownPlatform known = find(id);
        if (!known.editable()) {
            return ONE + id;
        }
        return form(id, PlatformDraft.of(known.platform()), Map.of(), known.updatedAt().toString(), model);
    }

    @PostMapping("/{id}/edit")
    String edit(@AuthenticationPrincipal CurrentOperator operator, @PathVariable UUID id, DraftForm form,
            @RequestParam(defaultValue = "") String before, Model model, HttpServletResponse response) {
        operator.require(CurrentOperator.Role.OPERATOR);
        PlatformDraft draft = form.draft(find(id).platform());
        Map<String, String> faults = draft.faults();
        if (!faults.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return form(id, draft, faults, before, model);
        }
        editPlatform.change(operator, id, draft, moment(before));
        return ONE + id;
    }

    private static String form(UUID id, PlatformDraft draft, Map<String, String> faults, String before, Model model) {
        model.addAttribute("page", new PlatformFormPage(id, draft, faults, before));
        return "lti/admin/platform-form";
    }

    private String page(KnownPlatform known, List<Finding> findings, Locale locale, Model model) {
        model.addAttribute("page", PlatformPage.of(known, findings, new Moments(locale)));
        return "lti/admin/platform";
    }

    private KnownPlatform find(UUID id) {
        return transactions.call(() -> platforms.find(id))
                .orElseThrow(() -> DomainError.notFound("lti.platform-unknown"));
    }

    /** What is no time at all is older than anything. */
    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }
}
