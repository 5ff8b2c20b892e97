package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** What is written for who installs the register: every setting with its default, and links that lead somewhere. */
class SettingsDocsTests {
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(register\\.[\\w.-]+)` \\| (?:`([^`]*)`|([^|]*)) \\|");
    private static final Pattern LINK = Pattern.compile("!?\\[[^\\]]*]\\(([^)#]+)(?:#[^)]*)?\\)");

    /** Samples are no setting: the file that describes them comes with the program. */
    private static final String WRITTEN_ELSEWHERE = "register.samples";

    @Test
    void everySettingStandsInTheReadmeWithItsDefault() throws IOException {
        var written = ROW.matcher(Files.readString(Path.of("README.md")))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2) == null ? "" : row.group(2)));
        assertThat(settings().keySet()).isSubsetOf(written.keySet());
        assertThat(written.keySet()).isSubsetOf(settings().keySet());
        settings().forEach((name, standard) -> {
            if (!standard.isEmpty()) {
                assertThat(meaning(written.getOrDefault(name, "missing")))
                        .as(name)
                        .isEqualTo(meaning(standard));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> everyLinkAndPictureOfTheDocsIsThere() throws IOException {
        var own = Stream.concat(
                Stream.of(Path.of("README.md")),
                Files.walk(Path.of("docs")).filter(file -> file.toString().endsWith(".md")));
        return own.map(file -> DynamicTest.dynamicTest(
                file.toString(),
                () -> LINK.matcher(Files.readString(file))
                        .results()
                        .map(link -> link.group(1))
                        .filter(address -> !address.contains(":"))
                        .forEach(address ->
                                assertThat(file.resolveSibling(address)).exists())));
    }

    private static Map<String, String> settings() throws IOException {
        var file = new YamlPropertySourceLoader()
                .load("settings", new ClassPathResource("application.yaml"))
                .getFirst();
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("vn.partyregister").stream()
                .map(BeanDefinition::getBeanClassName)
                .filter(Objects::nonNull)
                .map(SettingsDocsTests::type)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .filter(setting -> !name(setting).equals(WRITTEN_ELSEWHERE))
                .collect(Collectors.toMap(
                        SettingsDocsTests::name,
                        setting -> file.containsProperty(name(setting))
                                ? String.valueOf(file.getProperty(name(setting)))
                                : standard(setting)));
    }

    private static String name(RecordComponent setting) {
        var prefix = setting.getDeclaringRecord()
                .getAnnotation(ConfigurationProperties.class)
                .value();
        var kebab = setting.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return ConfigurationPropertyName.of(prefix).append(kebab).toString();
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException scannedAndGone) {
            throw new AssertionError(scannedAndGone);
        }
    }

    /** The constructor holds the annotation of a record's component. */
    private static String standard(RecordComponent setting) {
        var parameters =
                setting.getDeclaringRecord().getDeclaredConstructors()[0].getParameters();
        return Arrays.stream(parameters)
                .filter(parameter -> parameter.getName().equals(setting.getName()))
                .map(parameter -> parameter.getAnnotation(DefaultValue.class))
                .filter(found -> found != null && found.value().length == 1)
                .map(found -> found.value()[0])
                .findFirst()
                .orElse("");
    }

    private static Object meaning(String text) {
        return text.matches("\\d+[smhd]") ? DurationStyle.detectAndParse(text) : text;
    }
}
