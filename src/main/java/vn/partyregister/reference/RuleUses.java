package vn.partyregister.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;

/**
 * Which modules of the program read a rule. The inventory {@code reference/rule-uses.properties} is taken from their
 * sources by a test, which fails when it is out of date.
 */
@Component
public class RuleUses {
    private final Properties uses;

    RuleUses() {
        try {
            uses = PropertiesLoaderUtils.loadProperties(new EncodedResource(
                    new ClassPathResource("reference/rule-uses.properties"), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The modules that read a rule, by their names; none where the rule stands in the book and nothing reads it. */
    public List<String> of(String key) {
        var modules = uses.getProperty(key, "");
        return modules.isEmpty() ? List.of() : List.of(modules.split(","));
    }
}
