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
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text of the pages is in the message files, in both languages. */
class MessagesTests {
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Pattern KEY = Pattern.compile("#\\{([a-z][A-Za-z0-9_.-]*)\\s*[(}]");
    private static final Pattern WORD = Pattern.compile("([A-Za-z][A-Za-z0-9_-]*(?:\\.[A-Za-z0-9_-]+)*)");
    /** The beginning of a key whose end is a value. */
    private static final Pattern BEGINNING =
            Pattern.compile("[\"'|]([A-Za-z][A-Za-z0-9_-]*(?:\\.[A-Za-z0-9_-]+)*)\\.(?=[\"'$*%])");
    /** Where the labels of parameters begin that could not be read. */
    private static final Pattern LABELS = Pattern.compile("\\$\\{unreadable}, '([a-z.-]+)'");

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    /** Keys that Spring and Bean Validation ask for. */
    private static final Pattern OF_LIBRARIES = Pattern.compile("typeMismatch\\.|jakarta\\.validation\\.");

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

    /** A key that no page, refusal or export can ask for is a text that nobody reads. */
    @Test
    void everyKeyIsAskedFor() {
        var sources = Stream.of(
                        files(Path.of("src", "main", "java"), ".java"),
                        templates(),
                        files(RESOURCES.resolve("db"), ".sql"),
                        files(RESOURCES.resolve("samples"), ".properties"))
                .flatMap(List::stream)
                .map(MessagesTests::read)
                .collect(Collectors.joining("\n"));
        var words = found(WORD, sources);
        var beginnings = found(BEGINNING, sources);
        beginnings.addAll(found(LABELS, sources));
        var keys = vietnameseFiles().stream()
                .flatMap(file -> messages(file).stringPropertyNames().stream())
                .filter(key -> !OF_LIBRARIES.matcher(key).lookingAt());
        assertThat(keys)
                .allSatisfy(key -> assertThat(words.contains(key) || isPutTogether(key, beginnings, words))
                        .as(key)
                        .isTrue());
    }

    /** Such as {@code Status.OFFICIAL} from {@code #{|Status.${status}|}}: the rest, or each part of it, is known to the program. */
    private static boolean isPutTogether(String key, Set<String> beginnings, Set<String> words) {
        return beginnings.stream()
                .filter(beginning -> key.startsWith(beginning + "."))
                .map(beginning -> key.substring(beginning.length() + 1))
                .anyMatch(rest -> words.contains(rest)
                        || Stream.of(rest.split("\\."))
                                .allMatch(part -> words.contains(part)
                                        || NUMBER.matcher(part).matches()));
    }

    private static Set<String> found(Pattern pattern, String sources) {
        return pattern.matcher(sources).results().map(found -> found.group(1)).collect(Collectors.toSet());
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
                        .containsAnyOf(
                                "th:text",
                                "th:utext",
                                "th:errors",
                                "th:replace",
                                "th:insert",
                                "th:remove",
                                "register:each"));
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
