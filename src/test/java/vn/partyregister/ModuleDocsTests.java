package vn.partyregister;

import java.io.IOException;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The picture of the modules, drawn from the code. */
class ModuleDocsTests {
    @Test
    void theModulePictureIsThatOfTheCode() throws IOException {
        var modules = ApplicationModules.of(PartyRegister.class);
        var page = new StringBuilder("""
                # Modules

                Drawn from the code by `ModuleDocsTests`; an arrow means "uses". Every module may use `platform`.

                ```mermaid
                flowchart TD
                """);
        modules.stream().map(ModuleDocsTests::name).sorted().forEach(name -> page.append("    %s\n".formatted(name)));
        modules.stream().sorted((a, b) -> name(a).compareTo(name(b))).forEach(module -> {
            var used = new TreeSet<String>();
            module.getDirectDependencies(modules).stream()
                    .forEach(dependency -> used.add(name(dependency.getTargetModule())));
            used.remove("platform");
            used.forEach(other -> page.append("    %s --> %s\n".formatted(name(module), other)));
        });
        page.append("```\n\n| Module | What it owns |\n| --- | --- |\n");
        modules.stream()
                .sorted((a, b) -> name(a).compareTo(name(b)))
                .forEach(module -> page.append("| `%s` | %s |\n".formatted(name(module), sentence(module))));
        GeneratedDocs.check("modules.md", page.toString());
    }

    /** Spring Modulith reads the order of migrations here: looking through all classes takes seconds at each start. */
    @Test
    void theOrderInWhichModulesAreMigratedIsThatOfTheCode() throws IOException {
        var order = ApplicationModules.of(PartyRegister.class).stream()
                .map(module -> "  \"%s\" : {}".formatted(module.getIdentifier()))
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
        GeneratedDocs.check("../src/main/resources/META-INF/spring-modulith/application-modules.json", order);
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString().toLowerCase(Locale.ROOT);
    }

    private static String sentence(ApplicationModule module) {
        return PackageSentence.of(module.getBasePackage().getName());
    }
}
