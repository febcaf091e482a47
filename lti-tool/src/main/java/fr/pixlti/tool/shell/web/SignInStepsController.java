package fr.pixlti.tool.shell.web;

import fr.pixlti.tool.shared.DomainError;
import fr.pixlti.tool.shell.ConsoleCookies;
import fr.pixlti.tool.shell.domain.AdminCookie;
import fr.pixlti.tool.shell.domain.AdminSessions.Stage;
import fr.pixlti.tool.shell.domain.ChoosePassword;
import fr.pixlti.tool.shell.domain.ConsoleSessions;
import fr.pixlti.tool.shell.domain.EnrolFactor;
import fr.pixlti.tool.shell.domain.PassFactor;
import fr.pixlti.tool.shell.domain.SignIn.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The steps of a sign-in after the password. A browser that is not at a step starts from the beginning. */
@Controller
class SignInStepsController {

    private static final String BEGINNING = "redirect:/admin/sign-in";

    private final PassFactor passFactor;
    private final EnrolFactor enrolFactor;
    private final ChoosePassword choosePassword;
    private final ConsoleSessions sessions;
    private final ConsoleCookies cookies;

    SignInStepsController(PassFactor passFactor, EnrolFactor enrolFactor, ChoosePassword choosePassword,
            ConsoleSessions sessions, ConsoleCookies cookies) {
        this.passFactor = passFactor;
        this.enrolFactor = enrolFactor;
        this.choosePassword = choosePassword;
        this.sessions = sessions;
        this.cookies = cookies;
    }

    @GetMapping("/admin/sign-in/factor")
    String factor(HttpServletRequest request, Model model) {
        return cookies.read(request).map(cookie -> factorPage(cookie, model, null)).orElse(BEGINNING);
    }

    @PostMapping("/admin/sign-in/factor")
    String factor(@RequestParam(defaultValue = "") String code, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        AdminCookie cookie = cookies.read(request).orElse(null);
        Optional<Boolean> enrolled = cookie == null ? Optional.empty() : passFactor.enrolled(cookie);
        if (cookie == null || enrolled.isEmpty()) {
            return BEGINNING;
        }
        return enrolled.get() ? pass(cookie, code, response, model) : enrol(cookie, code, response, model);
    }

    @GetMapping("/admin/sign-in/password")
    String password(HttpServletRequest request) {
        return cookies.read(request).flatMap(sessions::stage).filter(stage -> stage == Stage.PASSWORD)
                .map(stage -> "shell/sign-in-password").orElse(BEGINNING);
    }

    @PostMapping("/admin/sign-in/password")
    String password(@RequestParam(defaultValue = "") String password, @RequestParam(defaultValue = "") String again,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        AdminCookie cookie = cookies.read(request).orElse(null);
        if (cookie == null) {
            return BEGINNING;
        }
        try {
            if (!password.equals(again)) {
                throw new DomainError("shell.password-unequal", DomainError.Kind.INVALID);
            }
            Optional<AdminCookie> next = choosePassword.first(cookie, password);
            next.ifPresent(each -> cookies.give(response, each));
            return next.isPresent() ? SignInController.step(Stage.OPEN) : BEGINNING;
        } catch (DomainError e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", e);
            return "shell/sign-in-password";
        }
    }

    private String pass(AdminCookie cookie, String code, HttpServletResponse response, Model model) {
        return switch (passFactor.handle(cookie, code)) {
            case Outcome.Next next -> {
                cookies.give(response, next.cookie());
                yield SignInController.step(next.stage());
            }
            case Outcome.Wrong() -> {
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
                yield factorPage(cookie, model, "shell.factor.wrong");
            }
            case Outcome.TooMany() -> {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                yield factorPage(cookie, model, "shell.sign-in.too-many");
            }
        };
    }

    private String enrol(AdminCookie cookie, String code, HttpServletResponse response, Model model) {
        Optional<EnrolFactor.Enrolled> enrolled = enrolFactor.handle(cookie, code);
        if (enrolled.isEmpty()) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return factorPage(cookie, model, "shell.factor.wrong");
        }
        cookies.give(response, enrolled.get().next().cookie());
        model.addAttribute("codes", enrolled.get().recoveryCodes());
        return "shell/recovery-codes";
    }

    private String factorPage(AdminCookie cookie, Model model, @Nullable String problem) {
        model.addAttribute("problem", problem);
        Optional<Boolean> enrolled = passFactor.enrolled(cookie);
        if (enrolled.isPresent() && enrolled.get()) {
            return "shell/sign-in-code";
        }
        Optional<EnrolFactor.Offer> offer = enrolFactor.offer(cookie);
        if (offer.isEmpty()) {
            return BEGINNING;
        }
        model.addAttribute("offer", offer.get());
        model.addAttribute("qr", QrCode.of(offer.get().address()));
        return "shell/sign-in-enrol";
    }
}
