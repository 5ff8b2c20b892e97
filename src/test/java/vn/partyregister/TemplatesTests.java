package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Traps of the template language that no compiler sees. */
class TemplatesTests {
    private static final Pattern TAG = Pattern.compile("<\\w[^>]*>", Pattern.DOTALL);
    private static final Pattern NAMED_LIKE_A_TAG = Pattern.compile(
            "th:fragment=\"(table|main|nav|p|section|ul|ol|li|dl|a|th|td|tr|div|label|select|input)\\(");

    static List<Path> templates() {
        return MessagesTests.templates();
    }

    /** th:replace comes before th:if: the condition would be lost. Write it into the expression. */
    @ParameterizedTest
    @MethodSource("templates")
    void noTagIsReplacedAndConditionalAtOnce(Path template) throws IOException {
        assertThat(TAG.matcher(Files.readString(template)).results().map(tag -> tag.group()))
                .noneMatch(
                        tag -> tag.contains("th:replace=") && (tag.contains("th:if=") || tag.contains("th:unless=")));
    }

    /** A fragment is asked for like a tag: one named "table" would bring every table of its file. */
    @ParameterizedTest
    @MethodSource("templates")
    void noFragmentWithParametersIsNamedLikeATag(Path template) throws IOException {
        assertThat(NAMED_LIKE_A_TAG.matcher(Files.readString(template)).find()).isFalse();
    }
}
