package vn.partyregister.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words that another copy of the program holds the data folder. */
class AnotherCopyRunsAnalyzer extends AbstractFailureAnalyzer<OnlyCopy.AnotherCopyRuns> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, OnlyCopy.AnotherCopyRuns cause) {
        return new FailureAnalysis(
                "Another copy of the register is running on the data folder " + cause.getMessage() + ".\n"
                        + "Một bản khác của chương trình đang chạy trên thư mục dữ liệu này.",
                "Use the copy that runs, or stop it first. To run a second register, give it a folder of its own with"
                        + " --register.data=… and a port of its own with --server.port=….",
                cause);
    }
}
