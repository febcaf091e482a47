package fr.pixlti.tool.demo.wire;

import fr.pixlti.tool.demo.domain.Journal;
import fr.pixlti.tool.demo.domain.Journal.Step;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** Notes every message that comes from the tool. */
@Component
@Profile("demo")
public class JournalInterceptor implements HandlerInterceptor {

    /** Request attribute: what the message was about, or why it was refused. */
    static final String DETAIL = "demo.detail";

    private final Journal journal;

    JournalInterceptor(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
            @Nullable Exception failure) {
        String path = request.getRequestURI();
        Object detail = request.getAttribute(DETAIL);
        journal.add(step(path.substring(path.startsWith(GradeService.ROOT) ? GradeService.ROOT.length() : 0)),
                request.getMethod(), path, response.getStatus(), detail == null ? "" : detail.toString());
    }

    private static Step step(String path) {
        return switch (path) {
            case "/auth" -> Step.AUTH;
            case "/certs" -> Step.KEYS;
            case "/token" -> Step.TOKEN;
            case "/content/return" -> Step.CONTENT;
            case RegistrationController.CONFIGURATION, RegistrationController.REGISTRATION -> Step.REGISTRATION;
            default -> service(path);
        };
    }

    private static Step service(String path) {
        if (path.endsWith("/lineitems")) {
            return Step.COLUMNS;
        }
        if (path.endsWith("/lineitem")) {
            return Step.COLUMN;
        }
        if (path.endsWith("/scores")) {
            return Step.SCORE;
        }
        if (path.endsWith("/memberships")) {
            return Step.ROSTER;
        }
        return path.endsWith("/results") ? Step.RESULT : Step.OTHER;
    }
}
