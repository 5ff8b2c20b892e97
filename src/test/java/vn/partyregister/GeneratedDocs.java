package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of docs/ that is made from the program: the committed one must be what the program says today. */
final class GeneratedDocs {
    private GeneratedDocs() {}

    /** Compares; with -Ddocs.write=true the page is written instead. */
    static void check(String page, String made) throws IOException {
        var file = Path.of("docs", page);
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(file, made);
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "")
                .as("docs/%s is out of date: mvn test -Dtest='*DocsTests' -Ddocs.write=true writes it anew", page)
                .isEqualTo(made);
    }
}
