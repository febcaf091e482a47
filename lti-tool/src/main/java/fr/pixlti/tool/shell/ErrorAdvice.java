package fr.pixlti.tool.shell;

import fr.pixlti.tool.shared.DomainError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Turns a room's refusal into a page: the kind decides the status, the code the words. */
@ControllerAdvice
class ErrorAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAdvice.class);

    @ExceptionHandler
    ModelAndView refused(DomainError error) {
        LOG.debug("Refused: {}", error.code());
        ModelAndView page = new ModelAndView("error/refused", status(error.kind()));
        page.addObject("messageKey", "error." + error.code());
        page.addObject("messageArgs", error.args().toArray());
        page.addObject("code", error.code());
        return page;
    }

    private static HttpStatus status(DomainError.Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
        };
    }
}
