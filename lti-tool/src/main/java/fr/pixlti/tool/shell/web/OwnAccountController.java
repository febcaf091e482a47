package fr.pixlti.tool.shell.web;

import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shared.CurrentOperator.Role;
import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shell.ConsoleCookies;
import fr.pixlti.tool.shell.domain.ChoosePassword;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own account. */
@Controller
class OwnAccountController {

    private static final String PAGE = "shell/account";

    private final ChoosePassword choosePassword;
    private final ConsoleCookies cookies;

    OwnAccountController(ChoosePassword choosePassword, ConsoleCookies cookies) {
        this.choosePassword = choosePassword;
        this.cookies = cookies;
    }

    @GetMapping("/admin/account")
    String account(@AuthenticationPrincipal CurrentOperator operator) {
        operator.require(Role.OPERATOR);
        return PAGE;
    }

    @PostMapping("/admin/account")
    String change(@AuthenticationPrincipal CurrentOperator operator, @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String password, @RequestParam(defaultValue = "") String again,
            HttpServletResponse response, Model model) {
        operator.require(Role.OPERATOR);
        try {
            if (!password.equals(again)) {
                throw new DomainError("shell.password-unequal", DomainError.Kind.INVALID);
            }
            cookies.give(response, choosePassword.change(operator, present, password));
            model.addAttribute("done", true);
        } catch (DomainError e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", e);
        }
        return PAGE;
    }
}
