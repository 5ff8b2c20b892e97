package vn.partyregister.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stood in the fields of a form when the session of its clerk ended. The page of the form is shown with it, and
 * sent by the clerk alone. Handlers whose page depends on what was typed take it as a parameter, null as a rule.
 *
 * @param action the address that the form is sent to
 * @param fields values by the names of their fields, each in its order
 */
public record KeptFields(String action, Map<String, List<String>> fields) {
    public KeptFields {
        fields = Map.copyOf(fields);
    }

    public static @Nullable KeptFields of(HttpServletRequest request) {
        return (KeptFields) request.getAttribute(KeptFields.class.getName());
    }

    public void putInto(HttpServletRequest request) {
        request.setAttribute(KeptFields.class.getName(), this);
    }

    /** The first value of each field. */
    public Map<String, String> first() {
        return fields.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getValue().getFirst()));
    }

    /** What people would miss, for reading: a page may have no place for some of it. */
    public List<String> written() {
        return fields.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(field -> field.getValue().stream()
                        .filter(value -> !value.isBlank())
                        .map(value -> field.getKey() + ": " + value))
                .toList();
    }
}
