package fr.pixlti.tool.lti.web;

import fr.pixlti.tool.lti.domain.Invitation;
import fr.pixlti.tool.lti.domain.Invitations;
import fr.pixlti.tool.lti.domain.InvitePlatform;
import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.Transactions;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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

/** Invitations to register, for operators. The address of a new one is shown once, in the answer to the form. */
@Controller
@RequestMapping("/admin/invitations")
class InvitationsController {

    private static final int LONGEST = 255;

    private final Invitations invitations;
    private final InvitePlatform invitePlatform;
    private final Transactions transactions;
    private final Clock clock;

    InvitationsController(Invitations invitations, InvitePlatform invitePlatform, Transactions transactions,
            Clock clock) {
        this.invitations = invitations;
        this.invitePlatform = invitePlatform;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping
    String list(@AuthenticationPrincipal CurrentOperator operator, Locale locale, Model model) {
        operator.require(CurrentOperator.Role.OPERATOR);
        return page(locale, model, null, "");
    }

    @PostMapping
    String invite(@AuthenticationPrincipal CurrentOperator operator, @RequestParam(defaultValue = "") String school,
            @RequestParam(defaultValue = "false") boolean allowPrivateAddresses, Locale locale, Model model,
            HttpServletResponse response) {
        operator.require(CurrentOperator.Role.OPERATOR);
        String name = school.strip();
        if (name.isEmpty() || name.length() > LONGEST) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(locale, model, null, name.isEmpty() ? "missing" : "too-long");
        }
        return page(locale, model, invitePlatform.handle(operator, name, allowPrivateAddresses), "");
    }

    @PostMapping("/{id}/revoke")
    String revoke(@AuthenticationPrincipal CurrentOperator operator, @PathVariable UUID id) {
        operator.require(CurrentOperator.Role.OPERATOR);
        invitePlatform.revoke(operator, id);
        return "redirect:/admin/invitations";
    }

    private String page(Locale locale, Model model, @Nullable String address, String fault) {
        Instant now = clock.instant();
        Moments moments = new Moments(locale);
        List<Row> rows = transactions.call(invitations::all).stream().map(each -> row(each, now, moments)).toList();
        model.addAttribute("page", new InvitationsPage(rows, address, fault));
        return "lti/admin/invitations";
    }

    private static Row row(Invitation invitation, Instant now, Moments moments) {
        return new Row(invitation.id(), invitation.school(), invitation.state(now).code(), invitation.createdBy(),
                moments.text(invitation.createdAt()), moments.text(invitation.expiresAt()), invitation.platformId(),
                invitation.platform());
    }

    /**
     * @param address of the invitation that was just made, absent otherwise
     * @param fault key {@code lti.draft.<fault>}, empty when there is none
     */
    record InvitationsPage(List<Row> rows, @Nullable String address, String fault) {}

    /** @param state key {@code lti.invitation.<state>} */
    record Row(UUID id, String school, String state, String by, String made, String until, @Nullable UUID platformId,
            @Nullable String platform) {}
}
