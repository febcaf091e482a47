package fr.pixlti.tool.content.domain;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the list of faults instead of a stack trace when the content stops the start. */
final class FaultyContentAnalyzer extends AbstractFailureAnalyzer<FaultyContent> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FaultyContent cause) {
        return new FailureAnalysis(cause.getMessage(),
                "Mend these files below lti-tool/src/main/resources/content/; README.md there explains the format.",
                cause);
    }
}
