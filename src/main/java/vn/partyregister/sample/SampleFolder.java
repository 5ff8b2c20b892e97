package vn.partyregister.sample;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Where the texts and figures of a sample register lie: {@code samples/<name>/} on the class path. */
record SampleFolder(String name) {
    Properties properties(String file) {
        var properties = new Properties();
        try (var text = open(file + ".properties")) {
            properties.load(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }

    /** The lines of a table by the names in its first line. */
    List<Map<String, String>> table(String file) {
        try (var text = open(file + ".csv")) {
            var lines = text.readAllLines();
            var names = lines.getFirst().split(";");
            var table = new ArrayList<Map<String, String>>();
            for (var line : lines.subList(1, lines.size())) {
                var cells = line.split(";");
                var row = new LinkedHashMap<String, String>();
                for (var at = 0; at < names.length; at++) {
                    row.put(names[at], cells[at]);
                }
                table.add(row);
            }
            return table;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Reader open(String file) {
        var path = "/samples/" + name + "/" + file;
        var stream = SampleFolder.class.getResourceAsStream(path);
        if (stream == null) {
            throw new IllegalStateException("no " + path);
        }
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }
}
