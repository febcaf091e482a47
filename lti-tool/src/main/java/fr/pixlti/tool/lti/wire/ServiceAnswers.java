package fr.pixlti.tool.lti.wire;

import fr.pixlti.tool.lti.LtiApi.ScoreOutcome;
import fr.pixlti.tool.lti.ServiceOutcome;
import fr.pixlti.tool.lti.domain.Platform;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Turns what a platform answers to other requests than scores into outcomes, by the same rules. */
@Component
class ServiceAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceAnswers.class);
    /** The platform says that it has not done anything. */
    private static final Set<String> NOT_DONE = Set.of("rate-limited", "unauthorized");

    private final ScoreAnswers answers;

    ServiceAnswers(Clock clock) {
        this.answers = new ScoreAnswers(clock);
    }

    /** Makes the call and never throws for what became of it. */
    <T> ServiceOutcome<T> outcome(Platform platform, Call<T> call) {
        try {
            return call.make();
        } catch (Refusal e) {
            return failed(answers.outcome(e.answer, ""));
        } catch (PlatformCalls.PageRefused e) {
            return failed(answers.outcome(e.answer(), ""));
        } catch (PlatformTokens.TokenRefused e) {
            return failed(answers.withoutToken(e.answer()));
        } catch (IOException e) {
            LOG.info("A service of platform {} does not answer: {}: {}", platform.id(), e.getClass().getSimpleName(),
                    e.getMessage());
            boolean slow = e instanceof InterruptedIOException;
            return new ServiceOutcome.Later<>(slow ? "timeout" : "platform-down", e.getClass().getSimpleName(), null,
                    true);
        } catch (IllegalArgumentException e) {
            LOG.info("Platform {} gave an address that is none: {}", platform.id(), e.getMessage());
            return new ServiceOutcome.Never<>("line-item-address", null);
        }
    }

    private static <T> ServiceOutcome<T> failed(ScoreOutcome outcome) {
        return switch (outcome) {
            case ScoreOutcome.TryLater(var reason, var detail, var retryAfter) -> new ServiceOutcome.Later<>(reason,
                    detail, retryAfter, !NOT_DONE.contains(reason));
            case ScoreOutcome.Refused(var reason, var detail) -> new ServiceOutcome.Never<>(reason, detail);
            case ScoreOutcome.Superseded() -> new ServiceOutcome.Never<>("http-409", null);
            case ScoreOutcome.Taken() -> throw new IllegalStateException("A refusal is not taken");
        };
    }

    /** The answer's body counts. */
    static HttpAnswer successful(HttpAnswer answer) throws Refusal {
        if (!answer.successful()) {
            throw new Refusal(answer);
        }
        return answer;
    }

    /** One call to a service. */
    interface Call<T> {

        ServiceOutcome<T> make() throws IOException;
    }

    /** The platform answered, but not with 2xx. */
    static final class Refusal extends IOException {

        private final transient HttpAnswer answer;

        Refusal(HttpAnswer answer) {
            super("HTTP " + answer.status());
            this.answer = answer;
        }
    }
}
