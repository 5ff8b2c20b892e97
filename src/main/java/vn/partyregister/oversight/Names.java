package vn.partyregister.oversight;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.partyregister.audit.SubjectNames;
import vn.partyregister.audit.SubjectNames.Name;
import vn.partyregister.platform.Visitor;

/** Gives entries of the trail the names of what they are about: one question for each kind, however many entries. */
@Component
class Names {
    private final List<SubjectNames> kinds;

    Names(List<SubjectNames> kinds) {
        this.kinds = kinds;
    }

    List<AuditEntry> give(List<AuditEntry> entries, Visitor visitor) {
        var names = new HashMap<UUID, Name>();
        for (var kind : kinds) {
            var subjects = of(kind.kind(), entries);
            if (!subjects.isEmpty()) {
                names.putAll(kind.names(subjects, visitor));
            }
        }
        return entries.stream()
                .map(entry -> entry.named(names.get(entry.subjectId())))
                .toList();
    }

    private static Set<UUID> of(String kind, List<AuditEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.subject().equals(kind))
                .map(AuditEntry::subjectId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
