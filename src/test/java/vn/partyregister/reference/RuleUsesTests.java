package vn.partyregister.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.RegisterTest;

/**
 * Which module reads which rule, taken from the sources: literals of the program and of the modules' own SQL, keys that are put
 * together from a pattern, and the typed questions of {@link Rules}. {@code -Ddocs.write} writes the inventory.
 */
@RegisterTest
@NullUnmarked
class RuleUsesTests {
    private static final Path INVENTORY = Path.of("src", "main", "resources", "reference", "rule-uses.properties");
    private static final Path PROGRAM = Path.of("src", "main", "java", "vn", "partyregister");
    private static final Path SCHEMA = Path.of("src", "main", "resources", "db", "migration");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z_%-]{3,80})\"|'([a-z][a-z-]{3,80})'");
    private static final Pattern QUESTION = Pattern.compile(
            "public [^{;]+ (\\w+)\\(\\) \\{\\s+return (?:know\\([^)]*\\) \\? Optional\\.of\\()?\\w+\\(\"([a-z-]+)\"\\)");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Rulebook rulebook;

    @Test
    void theInventoryOfWhoReadsARuleIsComplete() throws IOException {
        var found = found();
        var written = found.entrySet().stream()
                .map(one -> one.getKey() + "=" + String.join(",", one.getValue()))
                .collect(Collectors.joining(
                        "\n", "# Which modules read a rule: written by RuleUsesTests with -Ddocs.write\n", "\n"));
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(INVENTORY, written);
            abort("written");
        }
        assertThat(Files.readString(INVENTORY)).isEqualTo(written);
    }

    /** A rule that is only in the book is named as such on its page, and here. */
    @Test
    void theRulesThatNothingReadsAreKnown() {
        var unused = new TreeSet<>(keys());
        unused.removeAll(found().keySet());
        assertThat(unused)
                .as("rules of the book that the program does not use yet: those of the admission procedure")
                .allSatisfy(key -> assertThat(jdbc.sql("select topic from reference.rule_key where key = :key")
                                .param("key", key)
                                .query(String.class)
                                .single())
                        .as(key)
                        .isIn("ADMISSION", "RECOGNITION", "ORGANISATION"));
    }

    /** From its first answer on a rule never falls silent, except where one took the place of another. */
    @Test
    void everyRuleThatIsReadHasAnAnswerFromItsFirstDayOn() {
        assertThat(jdbc.sql("""
                        select key || ' ' || scope from reference.rule where key in (:keys) group by key, scope
                        having not bool_or(upper_inf(valid)) and key <> 'historic-probation'
                        """)
                        .param("keys", found().keySet())
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    private List<String> keys() {
        return jdbc.sql("select key from reference.rule_key order by key")
                .query(String.class)
                .list();
    }

    private Map<String, TreeSet<String>> found() {
        var keys = keys();
        var questions = questions();
        var found = new TreeMap<String, TreeSet<String>>();
        for (var module : modules()) {
            var sources = Stream.concat(files(PROGRAM.resolve(module)), files(SCHEMA.resolve(module)))
                    .toList();
            for (var source : sources) {
                var text = read(source);
                LITERAL.matcher(text)
                        .results()
                        .map(literal -> Objects.requireNonNullElse(literal.group(1), literal.group(2)))
                        .flatMap(literal -> keys.stream().filter(key -> means(literal, key)))
                        .forEach(key ->
                                found.computeIfAbsent(key, _ -> new TreeSet<>()).add(module));
                if (text.contains("Rulebook") || text.contains("reference.Rules")) {
                    questions.forEach((method, key) -> {
                        if (text.contains("." + method + "()") || text.contains("::" + method)) {
                            found.computeIfAbsent(key, _ -> new TreeSet<>()).add(module);
                        }
                    });
                }
            }
        }
        return found;
    }

    /** {@code probation}, {@code transfer-%s-%s}, {@code 'transfer-start-' ||}, {@code card_number} of the checks. */
    private static boolean means(String literal, String key) {
        if (literal.equals(key) || literal.replace('_', '-').equals(key) && literal.contains("_number")) {
            return true;
        }
        if (literal.contains("%s") && literal.contains("-")) {
            return key.matches(literal.replace("%s", "[a-z-]+"));
        }
        return literal.endsWith("-")
                && literal.chars().filter(sign -> sign == '-').count() > 1
                && key.startsWith(literal);
    }

    private static Map<String, String> questions() {
        return QUESTION.matcher(read(PROGRAM.resolve("reference").resolve("Rules.java")))
                .results()
                .collect(Collectors.toMap(question -> question.group(1), question -> question.group(2)));
    }

    private static List<String> modules() {
        return Arrays.stream(Objects.requireNonNull(PROGRAM.toFile().list()))
                .filter(name -> !name.contains(".") && !name.equals("reference") && !name.equals("platform"))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    private static Stream<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (var files = Files.walk(folder)) {
            return files
                    .filter(file ->
                            file.toString().endsWith(".java") || file.toString().endsWith(".sql"))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
