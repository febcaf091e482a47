package fr.pixlti.tool.shell.web;

import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.CurrentOperator.Role;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shell.domain.Account;
import fr.pixlti.tool.shell.domain.ChangeAccounts;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
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
import jakarta.servlet.http.HttpServletResponse;

/** Accounts of the console, for administrators. */
@Controller
@RequestMapping("/admin/accounts")
class AccountsController {

    private final ChangeAccounts accounts;

    AccountsController(ChangeAccounts accounts) {
        this.accounts = accounts;
    }

    /** @param own whether it is the one at the browser */
    record Row(UUID id, String name, Role role, boolean enabled, boolean enrolled, boolean own,
            @Nullable OffsetDateTime lastSignIn) {

        static Row of(Account account, CurrentOperator operator) {
            Instant last = account.lastSignInAt();
            return new Row(account.id(), account.name(), account.role(), account.enabled(), account.enrolled(),
                    account.id().equals(operator.id()), last == null ? null : last.atOffset(ZoneOffset.UTC));
        }
    }

    @GetMapping
    String list(@AuthenticationPrincipal CurrentOperator operator, Model model) {
        List<Row> rows = accounts.all(operator).stream().map(account -> Row.of(account, operator)).toList();
        model.addAttribute("rows", rows);
        return "shell/accounts";
    }

    @PostMapping
    String add(@AuthenticationPrincipal CurrentOperator operator, @RequestParam(defaultValue = "") String name,
            @RequestParam Role role, HttpServletResponse response, Model model) {
        try {
            model.addAttribute("password", accounts.add(operator, name, role));
            model.addAttribute("passwordOf", name.strip());
        } catch (DomainError e) {
            if (e.kind() == DomainError.Kind.FORBIDDEN) {
                throw e;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", e);
            model.addAttribute("name", name);
            model.addAttribute("role", role);
        }
        return list(operator, model);
    }

    @PostMapping("/{id}/disable")
    String disable(@AuthenticationPrincipal CurrentOperator operator, @PathVariable UUID id) {
        accounts.disable(operator, id);
        return "redirect:/admin/accounts";
    }

    @PostMapping("/{id}/enable")
    String enable(@AuthenticationPrincipal CurrentOperator operator, @PathVariable UUID id) {
        accounts.enable(operator, id);
        return "redirect:/admin/accounts";
    }

    @PostMapping("/{id}/password")
    String resetPassword(@AuthenticationPrincipal CurrentOperator operator, @PathVariable UUID id, Model model) {
        model.addAttribute("password", accounts.resetPassword(operator, id));
        accounts.all(operator).stream().filter(account -> account.id().equals(id))
                .forEach(account -> model.addAttribute("passwordOf", account.name()));
        return list(operator, model);
    }

    @PostMapping("/{id}/factor")
    String resetFactor(@AuthenticationPrincipal CurrentOperator operator, @PathVariable UUID id) {
        accounts.resetFactor(operator, id);
        return "redirect:/admin/accounts";
    }
}
