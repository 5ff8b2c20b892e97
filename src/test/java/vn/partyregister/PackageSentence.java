package vn.partyregister;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The sentence in which a package says what it owns. */
final class PackageSentence {
    private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

    private PackageSentence() {}

    static String of(String packageName) {
        var file = Path.of("src", "main", "java", packageName.replace('.', '/'), "package-info.java");
        try {
            var comment = COMMENT.matcher(Files.readString(file));
            return comment.find()
                    ? comment.group(1)
                            .replaceAll("\\n\\s*\\*", " ")
                            .replaceAll("\\{@\\w+ #?([^}]*)}", "`$1`")
                            .replaceAll("\\s+", " ")
                            .strip()
                    : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
