package fr.pixlti.tool.shell;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the operator each faulty setting instead of a stack trace. */
class FaultySettingsAnalyzer extends AbstractFailureAnalyzer<FaultySettings> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FaultySettings cause) {
        return new FailureAnalysis("These settings cannot be used:\n\n    " + String.join("\n    ", cause.faults()),
                "Correct them, then start the tool again.", cause);
    }
}
