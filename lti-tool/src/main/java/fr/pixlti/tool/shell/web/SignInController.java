package fr.pixlti.tool.shell.web;

import fr.pixlti.tool.shared.CurrentOperator;
import fr.pixlti.tool.shell.ConsoleCookies;
import fr.pixlti.tool.shell.domain.AdminSessions.Stage;
import fr.pixlti.tool.shell.domain.ConsoleSessions;
import fr.pixlti.tool.shell.domain.SignIn;
import fr.pixlti.tool.shell.domain.SignIn.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page of the console, and the way out of it. */
@Controller
class SignInController {

    private final SignIn signIn;
    private final ConsoleSessions sessions;
    private final ConsoleCookies cookies;

    SignInController(SignIn signIn, ConsoleSessions sessions, ConsoleCookies cookies) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.cookies = cookies;
    }

    @GetMapping("/admin/sign-in")
    String signIn(HttpServletRequest request, Model model) {
        Optional<Stage> stage = cookies.read(request).flatMap(sessions::stage);
        return stage.isPresent() ? step(stage.get()) : page(model, "", null);
    }

    @PostMapping("/admin/sign-in")
    String signIn(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String password,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        return switch (signIn.handle(name, password, request.getRemoteAddr())) {
            case Outcome.Next next -> {
                cookies.give(response, next.cookie());
                yield step(next.stage());
            }
            case Outcome.Wrong() -> {
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
                yield page(model, name, "shell.sign-in.wrong");
            }
            case Outcome.TooMany() -> {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                yield page(model, name, "shell.sign-in.too-many");
            }
        };
    }

    @PostMapping("/admin/sign-out")
    String signOut(@AuthenticationPrincipal CurrentOperator operator, HttpServletRequest request,
            HttpServletResponse response) {
        cookies.read(request).ifPresent(cookie -> sessions.signOut(cookie, operator));
        cookies.takeBack(response);
        return "redirect:/admin/sign-in";
    }

    private String page(Model model, String name, @org.jspecify.annotations.Nullable String problem) {
        model.addAttribute("name", name);
        model.addAttribute("problem", problem);
        model.addAttribute("nobodyYet", signIn.nobodyYet());
        return "shell/sign-in";
    }

    /** Where a browser at this stage goes on. */
    static String step(Stage stage) {
        return switch (stage) {
            case FACTOR -> "redirect:/admin/sign-in/factor";
            case PASSWORD -> "redirect:/admin/sign-in/password";
            case OPEN -> "redirect:/admin";
        };
    }
}
