package vn.partyregister.sample;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words, without a stack trace, why the register does not start. */
class SampleRefusedAnalyzer extends AbstractFailureAnalyzer<SampleRefused> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SampleRefused cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
