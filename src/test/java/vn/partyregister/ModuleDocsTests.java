package vn.partyregister;

import java.io.IOException;
import java.util.Locale;
import java.util.TreeSet;
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

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString().toLowerCase(Locale.ROOT);
    }

    private static String sentence(ApplicationModule module) {
        return PackageSentence.of(module.getBasePackage().getName());
    }
}
