package fr.pixlti.tool.lti.web;

import fr.pixlti.tool.lti.domain.Fault;
import fr.pixlti.tool.lti.domain.LaunchRefused;
import fr.pixlti.tool.lti.domain.Platform;
import fr.pixlti.tool.shared.DomainError;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Failures of logins and launches: a page for the person, one line for the log, both with the same code. */
@ControllerAdvice(basePackageClasses = LaunchAdvice.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class LaunchAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(LaunchAdvice.class);

    @ExceptionHandler
    ModelAndView refused(LaunchRefused refusal) {
        Platform platform = refusal.platform();
        LOG.warn("Launch not honoured: {} {} (platform {})", refusal.fault().code(), refusal.detail(),
                platform == null ? "unknown" : platform.id());
        return page(refusal.fault(), refusal.detail());
    }

    /** A room would not open the activity: its own words, but the line in the log is ours. */
    @ExceptionHandler
    ModelAndView refused(DomainError error, HttpServletRequest request) {
        boolean console = request.getServletPath().startsWith("/admin");
        if (!console) {
            LOG.warn("Launch not honoured: {}", error.code());
        }
        ModelAndView page = new ModelAndView("error/refused",
                console ? ofConsole(error.kind()) : ofLaunch(error.kind()));
        page.addObject("messageKey", "error." + error.code());
        page.addObject("messageArgs", error.args().toArray());
        page.addObject("code", error.code());
        return page;
    }

    private static HttpStatus ofLaunch(DomainError.Kind kind) {
        return kind == DomainError.Kind.UNAUTHENTICATED ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST;
    }

    /** As everywhere else in the tool: the console's pages are no launches. */
    private static HttpStatus ofConsole(DomainError.Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
        };
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ModelAndView unavailable(RuntimeException fault) {
        LOG.error("Launch not honoured: {}", Fault.UNAVAILABLE.code(), fault);
        return page(Fault.UNAVAILABLE, "");
    }

    private static ModelAndView page(Fault fault, String detail) {
        ModelAndView page = new ModelAndView("lti/error", HttpStatus.valueOf(fault.status()));
        page.addObject("page", new ErrorPage(fault.code(), fault.advice().code(), detail));
        return page;
    }

    /**
     * @param code key of what happened, {@code lti.fault.<code>}, and shown as it is
     * @param advice key of what to do, {@code lti.advice.<advice>}
     * @param detail named by the text, for example a claim
     */
    record ErrorPage(String code, String advice, String detail) {}
}
