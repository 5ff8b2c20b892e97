package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
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

    private static final Pattern PLAIN_ATTRIBUTE =
            Pattern.compile("(?<=\\s)(placeholder|title|aria-label|alt|value)=\"([^\"]*)\"");
    private static final Pattern TOLD =
            Pattern.compile("\\bth:(?:text|utext|placeholder|title|aria-label|alt|value)=\"([^\"]*)\"");
    private static final Pattern EXPRESSION = Pattern.compile("[$*@#]?\\{+[^{}]*}+|== '[A-Z_]+'");
    private static final Pattern LITERAL = Pattern.compile("\\|([^|]*)\\||'([^']*)'");
    /** Two letters of a word, or one that English has not. */
    private static final Pattern WORDS = Pattern.compile("\\p{L}{2}|[^\\P{L}a-zA-Z]");

    private static final Pattern JAVA_TEXT = Pattern.compile("\"\"\"(?s:.*?)\"\"\"|\"(?:[^\"\\\\\n]|\\\\.)*\"");
    private static final Pattern VIETNAMESE = Pattern.compile("[\\p{L}&&[^\\p{ASCII}]]");

    private static final Map<String, String> KNOWS_WORDS = Map.ofEntries(
            Map.entry(
                    "MemberRows.java", "headings of the official sheet, read and written back alike in every language"),
            Map.entry("OrganisationRows.java", "headings of a sheet that is read"),
            Map.entry("StepSheet.java", "headings of a sheet that is read"),
            Map.entry("PlaceLines.java", "headings of a sheet that is read"),
            Map.entry("PostLines.java", "headings of a sheet that is read"),
            Map.entry("MemberLines.java", "headings of a sheet that is read"),
            Map.entry("ParticipantLines.java", "headings of a sheet that is read"),
            Map.entry("FormHead.java", "kinds of places in the name of an organisation"),
            Map.entry("LetterStatistics.java", "syllables by which an encoding is known"),
            Map.entry("OldLetters.java", "letters of old encodings"),
            Map.entry("SheetReader.java", "a byte order mark read as letters"),
            Map.entry("TonePosition.java", "letters that carry a tone"),
            Map.entry(
                    "AnotherCopyRunsAnalyzer.java",
                    "said on the console before there are message files, in both languages"));

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

    /** What stands in a field, or is read out for one, is a text as well: a plain attribute holds none. */
    @ParameterizedTest
    @MethodSource("templates")
    void noTextOfAnAttributeReachesAPageWithoutAMessage(Path template) {
        var html = read(template).replaceAll("(?s)<!--.*?-->", "");
        assertThat(PLAIN_ATTRIBUTE.matcher(html).results())
                .allSatisfy(attribute -> assertThat(attribute.group(2))
                        .as("%s: %s", template, attribute.group())
                        .matches(attribute.group(1).equals("value") ? "[A-Za-z0-9_]*" : ""));
        assertThat(TOLD.matcher(html).results()).allSatisfy(told -> {
            var bare = withoutExpressions(told.group(1));
            assertThat(LITERAL.matcher(bare)
                            .results()
                            .map(literal -> literal.group(1) == null ? literal.group(2) : literal.group(1)))
                    .as("%s: %s", template, told.group())
                    .noneMatch(literal -> WORDS.matcher(literal).find());
        });
    }

    /** Without {@code ${…}}, {@code *{…}}, {@code @{…}} and {@code #{…}}, one in another: what is left is told as it stands. */
    private static String withoutExpressions(String attribute) {
        var left = attribute;
        for (var inner = ""; !inner.equals(left); ) {
            inner = left;
            left = EXPRESSION.matcher(left).replaceAll("");
        }
        return left;
    }

    /** Words in the program are those it reads, never those it tells; each file that knows some is named with its reason. */
    @Test
    void noSentenceStandsInTheProgram() {
        var telling = files(Path.of("src", "main", "java"), ".java").stream()
                .filter(file -> !KNOWS_WORDS.containsKey(file.getFileName().toString()))
                .filter(file -> JAVA_TEXT
                        .matcher(withoutComments(read(file)))
                        .results()
                        .anyMatch(text -> VIETNAMESE.matcher(text.group()).find()))
                .map(file -> file.getFileName().toString());
        assertThat(telling).isEmpty();
        assertThat(files(Path.of("src", "main", "java"), ".java"))
                .extracting(file -> file.getFileName().toString())
                .containsAll(KNOWS_WORDS.keySet());
    }

    private static String withoutComments(String source) {
        return source.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)//.*$", "");
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
