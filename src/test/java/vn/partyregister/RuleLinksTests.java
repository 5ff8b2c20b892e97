package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.partyregister.access.Role;
import vn.partyregister.admission.AdmissionFile;
import vn.partyregister.admission.Stage;

/**
 * Whatever rule a refusal, a warning or a list names, its link opens a page. The keys are those of the rulebook, those that
 * other tables name, and those that the program writes itself, taken from its sources: a new one is asked for too.
 */
@RegisterTest
@NullUnmarked
class RuleLinksTests {
    private static final Path PROGRAM = Path.of("src", "main", "java", "vn", "partyregister");
    private static final Pattern SOURCE = Pattern.compile("new RuleSource\\(\\s*(\\w+|\"[^\"]+\")");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everyRuleThatIsNamedHasItsPage() throws IOException {
        var keys = new TreeSet<>(texts("select key from reference.rule_key"));
        keys.addAll(namedByTables());
        keys.addAll(writtenByTheProgram());
        Stream.of(Stage.values())
                .map(AdmissionFile.Deadlines::rule)
                .filter(key -> !key.isEmpty())
                .forEach(keys::add);
        assertThat(keys).contains("permitted-pairs", "admission-order", "organisation-code");
        var clerk = signIn.as(Role.CLERK, orgs.tree().east());
        assertThat(keys)
                .allSatisfy(
                        key -> assertThat(mvc.get().uri("/rulebook/{key}", key).with(clerk))
                                .hasStatusOk());
    }

    private List<String> namedByTables() {
        return texts("""
                        select format('select distinct rule_key from %I.%I where rule_key is not null', table_schema, table_name)
                        from information_schema.columns where column_name = 'rule_key' order by 1
                        """).stream().flatMap(question -> texts(question).stream()).toList();
    }

    /** The first argument of each source that is not read from the book: a literal, or a constant of the same file. */
    private static TreeSet<String> writtenByTheProgram() throws IOException {
        var keys = new TreeSet<String>();
        try (var files = Files.walk(PROGRAM)) {
            for (var file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                var text = Files.readString(file);
                SOURCE.matcher(text)
                        .results()
                        .map(found -> found.group(1))
                        .filter(written -> !file.endsWith(Path.of("reference", "Rules.java"))
                                && !file.endsWith(Path.of("platform", "RuleSource.java")))
                        .forEach(written -> keys.add(key(written, text)));
            }
        }
        return keys;
    }

    private static String key(String written, String text) {
        if (written.startsWith("\"")) {
            return written.substring(1, written.length() - 1);
        }
        var constant = Pattern.compile("String " + written + " = \"([^\"]+)\"").matcher(text);
        assertThat(constant.find()).as("%s is a constant of its file", written).isTrue();
        return Objects.requireNonNull(constant.group(1));
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql).query((row, _) -> row.getString(1)).list();
    }
}
