package vn.partyregister;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The reasons for which rows and files are not taken, as the message files tell them. */
public final class Reasons {
    private Reasons() {}

    /** All keys of a module's messages that begin so, without that beginning. */
    public static Set<String> of(String module, String beginning) {
        var messages = new Properties();
        try (var text = Files.newBufferedReader(Path.of("src/main/resources/messages", module + ".properties"))) {
            messages.load(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return messages.stringPropertyNames().stream()
                .filter(key -> key.startsWith(beginning))
                .map(key -> key.substring(beginning.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
