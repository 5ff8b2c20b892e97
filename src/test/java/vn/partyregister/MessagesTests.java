package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text of the pages is in the message files, in both languages. */
class MessagesTests {
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Pattern KEY = Pattern.compile("#\\{([a-z][A-Za-z0-9_.-]*)\\s*[(}]");

    static List<Path> vietnameseFiles() {
        return files(RESOURCES.resolve("messages"), ".properties").stream()
                .filter(file -> !file.toString().endsWith("_en.properties"))
                .toList();
    }

    static List<Path> templates() {
        return files(RESOURCES.resolve("templates"), ".html");
    }

    @ParameterizedTest
    @MethodSource("vietnameseFiles")
    void bothLanguagesHaveTheSameKeys(Path vietnamese) {
        var english =
                vietnamese.resolveSibling(vietnamese.getFileName().toString().replace(".properties", "_en.properties"));
        assertThat(new TreeSet<>(messages(english).stringPropertyNames()))
                .isEqualTo(new TreeSet<>(messages(vietnamese).stringPropertyNames()));
    }

    @ParameterizedTest
    @MethodSource("vietnameseFiles")
    void vietnameseIsWrittenComposed(Path file) {
        assertThat(read(file)).isEqualTo(Normalizer.normalize(read(file), Normalizer.Form.NFC));
    }

    @Test
    void noKeyStandsInTwoFiles() {
        var keys = vietnameseFiles().stream()
                .flatMap(file -> messages(file).stringPropertyNames().stream())
                .toList();
        assertThat(keys).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyKeyOfATemplateIsThere(Path template) {
        var known = new TreeSet<String>();
        vietnameseFiles().forEach(file -> known.addAll(messages(file).stringPropertyNames()));
        var used = KEY.matcher(read(template)).results().map(key -> key.group(1));
        assertThat(used)
                .allSatisfy(key -> assertThat(known).as(template.toString()).contains(key));
    }

    /** A text between tags is a sample for who reads the template: th:text replaces it, or a message inlines it. */
    @ParameterizedTest
    @MethodSource("templates")
    void noTextOfATemplateReachesAPageWithoutAMessage(Path template) {
        var html = read(template).replaceAll("(?s)<!--.*?-->", "");
        var texts = Pattern.compile("<([^<>/!]+)>\\s*([^<>\\s][^<>]*)<")
                .matcher(html)
                .results();
        assertThat(texts)
                .allSatisfy(text -> assertThat(text.group(1))
                        .as(template + ": " + text.group(2))
                        .containsAnyOf("th:text", "th:utext", "th:errors", "th:replace", "th:insert", "th:remove"));
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Properties messages(Path file) {
        var messages = new Properties();
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            messages.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return messages;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
